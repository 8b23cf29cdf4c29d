import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { callApi, loggedIn, makeDeadKey, makeKey } from "@/db/testing/call-api";
import { rowsOf, scene } from "@/db/testing/who-may/scene";
import type { Actor } from "@/lib/core/actor";
import { API_SCOPES, mayDo, type Permission } from "@/lib/core/permissions";
import type { Tenant } from "@/lib/tenants/types";
import type { Contract } from "@/lib/web/api/contract";
import type { Operation } from "@/lib/web/api/operation";
import { CONTRACTS } from "./_contract/all";

/**
 * Every operation × whoever calls, out of the contracts: a new operation is in it by itself. Its example is what is sent, with
 * the ids of a hall that is there.
 */

/** Where the contract only says that somebody must be known, the verb asks for this. */
const ASKED_BY_THE_VERB: Record<string, Permission> = { getUser: "customer.read", updateUser: "customer.write" };

type Ids = Record<string, string>;
type Sent = { params: Ids; path: string; body?: unknown };
type Told = { status: number; problem: unknown };

const HERE = fileURLToPath(new URL(".", import.meta.url));

async function handlerOf({ path, method }: Contract): Promise<Operation> {
  const folder = path.replaceAll("{", "[").replaceAll("}", "]");
  return (await import(/* @vite-ignore */ `${HERE}${folder.slice(1)}/route.ts`))[method];
}

/** A hall, somebody of each kind, and the ids that calls may be about. */
async function makePlace() {
  const { actors, target } = await scene(["money", "setUp"]);
  const { tenant, venue } = target;
  const ids: Ids = {
    ...{ venueId: venue.id, spaceId: venue.space.a, slotId: venue.slot.evening, addOnId: venue.addOn.stage },
    ...{ bookingId: target.bookingId, paymentId: target.paymentId, blackoutId: target.blackoutId },
    userId: actors.own.actor.userId,
  };
  return { tenant, ids, actors };
}

/** What an operation is sent: its example about this hall's things. */
function sentTo(contract: Contract, ids: Ids): Sent {
  const { path, query, params, example } = contract;
  const kind = `${path.split("/")[1]?.replace(/s$/, "")}Id`;
  const needsDays = query?.safeParse({}).success === false;
  return {
    params: params ? { id: ids[kind] ?? "" } : {},
    path: `${path}${needsDays ? "?from=2027-02-01&to=2027-02-03" : ""}`,
    ...(contract.body ? { body: withIds(example?.body, ids) } : {}),
  };
}

function withIds(value: unknown, ids: Ids): unknown {
  if (Array.isArray(value)) return value.map((one) => withIds(one, ids));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      ids[name] && typeof one === "string" ? ids[name] : withIds(one, ids),
    ]),
  );
}

async function tell(contract: Contract, tenant: Tenant, headers: Record<string, string>, sent: Sent): Promise<Told> {
  const response = await callApi(await handlerOf(contract), { tenant, method: contract.method, headers, ...sent });
  const text = await response.text();
  const problem = response.status >= 400 ? JSON.parse(text) : null;
  if (problem) expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  return { status: response.status, problem: problem && { ...problem, requestId: "" } };
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

/** What opens an operation; null where nothing need. */
function permissionsOf({ id, access }: Contract): readonly Permission[] | null {
  if (access === "public" || access === "anyone") return null;
  if (access !== "known") return access;
  const permission = ASKED_BY_THE_VERB[id];
  if (!permission) throw new Error(`${id}: say in ASKED_BY_THE_VERB what a key needs for it`);
  return [permission];
}

type Headers = Record<string, string>;
type Place = Awaited<ReturnType<typeof makePlace>>;
let here: Place;
let there: Place;
/** Who is nobody at this hall. */
let strangers: Record<string, Headers>;
let everything: Headers;
let people: Record<"family" | "another family" | "staff" | "manager" | "owner", { actor: Actor; headers: Headers }>;

beforeAll(async () => {
  here = await makePlace();
  there = await makePlace();
  const { tenant, actors } = here;
  everything = bearer(await makeKey(tenant, API_SCOPES));
  strangers = {
    "no key": {},
    "no real key": bearer("mandap_nonsense"),
    "another hall's key": bearer(await makeKey(there.tenant, API_SCOPES)),
    "a revoked key": bearer(await makeDeadKey(tenant, "revoked")),
    "an expired key": bearer(await makeDeadKey(tenant, "expired")),
    "another hall's session": await loggedIn(there.tenant, there.ids.userId ?? ""),
  };
  const session = async ({ actor }: { actor: Actor }) => ({
    actor,
    headers: await loggedIn(tenant, "userId" in actor ? actor.userId : ""),
  });
  people = {
    family: await session(actors.own),
    "another family": await session(actors.other),
    staff: await session(actors.staff),
    manager: await session(actors.manager),
    owner: await session(actors.owner),
  };
});

/** Things that belong to one family. */
const OF_A_FAMILY = /^\/(bookings|payments|users)\/\{id\}/;
const OPERATIONS = CONTRACTS.map((contract) => [`${contract.method} ${contract.path}`, contract] as const);
const call = (contract: Contract, headers: Headers, sent = sentTo(contract, here.ids)) =>
  tell(contract, here.tenant, headers, sent);
/** All of the hall's rows but its keys', which note when they were used. */
const rowsNow = async () =>
  JSON.stringify(await rowsOf(here.actors.own), (_, row) => (row?.name === "api_keys" ? null : row));

test.each(OPERATIONS)("%s is refused to whoever may not, and nothing changes", async (_, contract) => {
  const permissions = permissionsOf(contract);
  const sent = sentTo(contract, here.ids);
  if (contract.body) expect(contract.body.safeParse(sent.body)).toMatchObject({ success: true });
  const others = API_SCOPES.filter((scope) => !permissions?.includes(scope));
  const lacking = bearer(await makeKey(here.tenant, others));
  const before = await rowsNow();
  for (const [who, headers] of Object.entries(strangers)) {
    const { status } = await call(contract, headers);
    // Where nobody need be known, whoever sends a key means to be, and hears that it is none.
    const meansToBeKnown = contract.access === "anyone" && "authorization" in headers;
    if (permissions || meansToBeKnown) expect([who, status]).toEqual([who, 401]);
    else expect([who, [401, 403].includes(status)]).toEqual([who, false]);
  }
  if (!permissions) return;

  expect(await call(contract, lacking)).toMatchObject({ status: 403, problem: { code: "FORBIDDEN" } });
  if (contract.method !== "GET") {
    const { "sec-fetch-site": _site, ...cookie } = people.family.headers;
    for (const site of [{}, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }]) {
      const told = await call(contract, { ...cookie, ...site });
      expect(told).toMatchObject({ status: 403, problem: { code: "CROSS_ORIGIN" } });
    }
  }
  for (const [who, { actor, headers }] of Object.entries(people)) {
    const mayAtAll =
      permissions.some((one) => mayDo(actor, one)) || (contract.access === "known" && actor.kind === "customer");
    if (!mayAtAll) expect([who, (await call(contract, headers)).status]).toEqual([who, 403]);
    else if (who === "another family" && OF_A_FAMILY.test(contract.path)) {
      // Of several permissions it may have the wrong one, which is told before anything is looked for.
      const mayAll = permissions.every((one) => mayDo(actor, one)) || contract.access === "known";
      expect([404, ...(mayAll ? [] : [403])]).toContain((await call(contract, headers)).status);
    }
  }
  expect(await rowsNow()).toBe(before);
});

test.each(OPERATIONS)("%s: another hall's ids are as those of nothing", async (_, contract) => {
  const before = await rowsNow();
  for (const [name, id] of Object.entries(there.ids)) {
    const nothing = randomUUID();
    const [foreign, absent] = [id, nothing].map((one) => sentTo(contract, { ...here.ids, [name]: one }));
    if (JSON.stringify(foreign) === JSON.stringify(sentTo(contract, here.ids))) continue;
    const [told, expected] = [await call(contract, everything, foreign), await call(contract, everything, absent)];
    expect(masked(told, id)).toEqual(masked(expected, nothing));
    if (foreign?.params.id === id) expect([name, told.status]).toEqual([name, 404]);
  }
  expect(await rowsNow()).toBe(before);
});

test.each(OPERATIONS)("%s lets in whoever may", async (_, contract) => {
  const permissions = permissionsOf(contract);
  const key = { actor: { kind: "apiKey", keyId: "", scopes: [...API_SCOPES] } as Actor, headers: everything };
  const { "another family": _other, ...own } = people;
  for (const [who, { actor, headers }] of Object.entries({ "a key": key, ...own })) {
    // Of several permissions each opens a part: which, the verb says.
    const mayAll = permissions?.every((one) => mayDo(actor, one)) ?? true;
    const isOneself = contract.access === "known" && actor.kind === "customer";
    if (!mayAll && !isOneself) continue;
    const { status } = await call(contract, headers);
    expect([who, [401, 403].includes(status)]).toEqual([who, false]);
  }
});

/** What was told, with the id that was sent left out of it. */
const masked = ({ status, problem }: Told, id: string) => `${status} ${JSON.stringify(problem).replaceAll(id, "id")}`;
