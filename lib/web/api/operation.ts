import "server-only";
import type { NextRequest } from "next/server";
import type { Actor } from "@/lib/core/actor";
import type { Locale } from "@/lib/core/locale";
import { API_SCOPES, mayDo } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import type { Person } from "@/lib/people/types";
import { noteOfRequest, underRequest } from "@/lib/request-context";
import { idempotencyKeyOf } from "../idempotency-key";
import { parseInput, type RouteHandler, readBody } from "../route";
import { isSameOrigin } from "../same-origin";
import { heardOf, type Place, placeOfRequest } from "../visit";
import { assertOwnPage, callerOf } from "./caller";
import type { Access, BodyOf, Contract, DataOf, ParamsOf, QueryOf } from "./contract";
import { type Listed, openCursor, sealCursor } from "./cursor";
import { countCall } from "./rate-limit";
import { refusal } from "./refusal";

/** A call of an operation, checked against its contract. */
export type Call<C extends Contract> = {
  /** What a verb is told first. */
  ctx: Place & { actor: Actor };
  /** Null for a key, and where nobody is asked who they are. */
  person: Person | null;
  params: ParamsOf<C>;
  query: QueryOf<C>;
  body: BodyOf<C>;
  /** Of an operation that creates. */
  idempotencyKey: string | undefined;
  request: NextRequest;
};

type Answer<C extends Contract> = {
  data: DataOf<C>;
  nextCursor?: string | null;
  isReplayed?: boolean;
  status?: number;
};
type Run<C extends Contract> = (call: Call<C>) => Promise<Answer<C> | Response>;

export type Operation<C extends Contract = Contract> = RouteHandler<Record<string, string>> & { contract: C };

/** The handler of an operation: it answers as the contract says, or with problem+json, and counts against the caller's limit. */
export function operation<C extends Contract>(contract: C, run: Run<C>): Operation<C> {
  const handler: RouteHandler<Record<string, string>> = async (request, context) => {
    let heard = heardOf(request);
    let limits: Record<string, string> = {};
    let isPerson = false;
    const answer = async () => {
      const place = await placeOfRequest(request);
      heard = place;
      const caller = contract.access === "public" ? null : await callerOf(request, place);
      isPerson = Boolean(caller?.person);
      const counted = await countCall(place, {
        actor: caller?.actor ?? null,
        isOwnPage: contract.access === "public" && isSameOrigin(request.headers),
        headers: request.headers,
      });
      limits = counted.headers;
      if (counted.isOver) throw new AppError("RATE_LIMITED", { retryAfterSeconds: counted.resetSeconds });
      const call = await callOf(contract, place, caller, request, await context.params);
      return respond(contract, await run(call), call);
    };
    const response = await underRequest(heard.requestId, () => {
      noteOfRequest({ route: `${contract.method} /api/v1${contract.path}` });
      return answer().catch((error) => refusal(error, heard, { isPerson, headers: request.headers }));
    });
    response.headers.set("x-request-id", heard.requestId);
    for (const [name, value] of Object.entries(limits)) response.headers.set(name, value);
    return response;
  };
  return Object.assign(handler, { contract });
}

async function callOf<C extends Contract>(
  contract: C,
  place: Place,
  caller: Awaited<ReturnType<typeof callerOf>>,
  request: NextRequest,
  given: Record<string, string>,
): Promise<Call<C>> {
  assertOwnPage(request, caller);
  assertAccess(contract.access, caller?.actor ?? null, request.headers);
  const { locale } = place;
  // An id that cannot be one is an id of nothing.
  const params = contract.params?.safeParse(given);
  if (params && !params.success) throw new AppError("NOT_FOUND");
  const query =
    contract.query && (await parseInput(contract.query, Object.fromEntries(request.nextUrl.searchParams), locale));
  const body = contract.body && (await readBody(request, contract.body, locale));
  const list = { id: contract.id, params: params?.data ?? {}, query };
  return {
    ctx: { ...place, actor: caller?.actor ?? STRANGER },
    person: caller?.person ?? null,
    params: (params?.data ?? {}) as ParamsOf<C>,
    query: (contract.isPaged ? await unsealed(query, list, locale) : (query ?? {})) as QueryOf<C>,
    body: (body ?? {}) as BodyOf<C>,
    idempotencyKey: contract.isCreating ? (idempotencyKeyOf(request.headers) ?? undefined) : undefined,
    request,
  };
}

/** The query of a list with its cursor as the list knows it. @throws AppError INVALID_INPUT for the cursor of another */
async function unsealed(query: unknown, list: Listed, locale: Locale): Promise<object> {
  const { cursor, ...rest } = Object(query);
  if (cursor === undefined) return rest;
  const end = openCursor(cursor, list);
  if (end !== null) return { ...rest, cursor: end };
  const { fieldErrors } = await loadMessages(locale);
  throw new AppError("INVALID_INPUT", { errors: [{ path: "cursor", message: fieldErrors.cursor }] });
}

/** A stranger is offered what a family is, and owns nothing. */
const STRANGER: Actor = { kind: "customer", userId: "00000000-0000-0000-0000-000000000000", phone: "" };

function assertAccess(access: Access, actor: Actor | null, headers: Headers): void {
  if (access === "public") return;
  // Who sends a key means to be known by it: with a mistake in it a stranger's answer would be another than was asked for.
  if (access === "anyone" && !headers.has("authorization")) return;
  if (!actor) throw new AppError("UNAUTHENTICATED");
  if (access === "anyone") return;
  if (access === "known" || access.some((permission) => mayDo(actor, permission))) return;
  // A key's owner can only add what a key may have.
  const scope = actor.kind === "apiKey" ? access.find((permission) => API_SCOPES.includes(permission)) : undefined;
  throw new AppError("FORBIDDEN", { permission: scope ?? access[0] });
}

function respond<C extends Contract>(contract: C, answer: Answer<C> | Response, { params, query }: Call<C>): Response {
  if (answer instanceof Response) return answer;
  const status = answer.status ?? contract.status ?? 200;
  const headers = new Headers({ "cache-control": contract.access === "public" ? "no-cache" : "no-store" });
  if (answer.isReplayed) headers.set("idempotent-replayed", "true");
  if (contract.data === null) return new Response(null, { status: 204, headers });
  const next = answer.nextCursor && sealCursor(answer.nextCursor, { id: contract.id, params, query });
  const paged = contract.isPaged ? { nextCursor: next || null } : {};
  return Response.json({ data: answer.data, ...paged }, { status, headers });
}
