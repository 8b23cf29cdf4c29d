import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterEach, beforeAll, expect, test } from "vitest";
import { callApi, makeKey } from "@/db/testing/call-api";
import { makeHall, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { pageBookings } from "@/lib/bookings/page-bookings";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { env } from "@/lib/env";
import { deafAfterCommit } from "@/local/testing/kill/deaf-after-commit";
import { POST } from "./route";

/** One key, one booking, whatever is lost between the call and its answer. */
let tenant: TestTenant;
let venue: TestVenue;
let key: string;
let date = addDays(todayIn(new Date(), "Asia/Kolkata"), 90);

beforeAll(async () => {
  ({ tenant, venue } = await makeHall());
  key = await makeKey(tenant, ["booking.take"]);
});
afterEach(() => redis("/__control", "DELETE"));

const redis = (path: string, method: string, body?: unknown) =>
  fetch(`${env().UPSTASH_REDIS_REST_URL}${path}`, {
    method,
    headers: { authorization: `Bearer ${env().UPSTASH_REDIS_REST_TOKEN}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** What may become of Redis between two calls. */
const LOSSES = {
  stays: async () => undefined,
  "is flushed": async () => redis("/", "POST", ["FLUSHDB"]),
  hangs: async () => redis("/__control", "POST", { hang: true }),
  "is gone": async () => redis("/__control", "POST", { dropAfterCommit: true }),
  "answers nonsense": async () => redis("/__control", "POST", { status: 502 }),
} satisfies Record<string, () => Promise<unknown>>;
const losses = Object.entries(LOSSES);

function wish(): object {
  date = addDays(date, 1);
  return {
    ...{ venueId: venue.id, eventType: "wedding", guestCount: 100 },
    user: { name: "Sunita Jadhav", phone: "98765 43210" },
    functions: [{ spaceId: venue.space.a, slotId: venue.slot.evening, date, name: "wedding" }],
  };
}
const book = (body: object, idempotencyKey: string) =>
  callApi(POST, { tenant, key, method: "POST", body, headers: { "idempotency-key": idempotencyKey } });

async function bookingsOn(day: string): Promise<string[]> {
  const ctx = { tenant, actor: { kind: "platform" }, now: new Date(), requestId: "test" } as const;
  const { rows } = await pageBookings(ctx, { from: day, to: day, sort: "createdAt", limit: 10 });
  return rows.map(({ id }) => id);
}

test.each(losses)("Redis %s before the retry: the same bytes, one booking", async (_, lose) => {
  const [body, idempotencyKey] = [wish(), randomUUID()];
  const first = await book(body, idempotencyKey);
  const said = await first.text();
  expect([first.status, first.headers.get("idempotent-replayed")]).toEqual([201, null]);
  await lose();
  const second = await book(body, idempotencyKey);
  expect([second.status, second.headers.get("idempotent-replayed")]).toEqual([201, "true"]);
  expect(await second.text()).toBe(said);
  const other = await book({ ...body, guestCount: 101 }, idempotencyKey);
  expect([other.status, (await other.json()).code]).toEqual([422, "IDEMPOTENCY_MISMATCH"]);
  expect(await bookingsOn(date)).toEqual([JSON.parse(said).data.id]);
});

test.each(losses)("Redis %s already with the first call: the same", async (_, lose) => {
  await lose();
  const [body, idempotencyKey] = [wish(), randomUUID()];
  const said = await (await book(body, idempotencyKey)).text();
  await redis("/__control", "DELETE");
  const second = await book(body, idempotencyKey);
  expect([second.status, await second.text()]).toEqual([201, said]);
  expect(await bookingsOn(date)).toHaveLength(1);
});

test.each(losses)(
  "killed between commit and answer, and Redis %s: the retry returns the booking that was made",
  async (_, lose) => {
    const [body, idempotencyKey] = [wish(), randomUUID()];
    const host = `${tenant.slug}.localhost`;
    const deaf = await deafAfterCommit(env().DATABASE_URL, "booking_functions");
    const call = {
      url: `http://${host}/api/v1/bookings`,
      headers: { host, authorization: `Bearer ${key}`, "idempotency-key": idempotencyKey },
      body: JSON.stringify(body),
    };
    const args = ["--import", "tsx", "--conditions=react-server", "local/testing/kill/call-once.ts"];
    const victim = spawn(process.execPath, args, {
      // Statements without a name travel as text, so that a COMMIT can be seen.
      env: { ...process.env, DATABASE_URL: deaf.url, DATABASE_PREPARE: "0", CALL: JSON.stringify(call) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let answered = "";
    victim.stdout.on("data", (bytes) => {
      answered += bytes;
    });
    const ended = once(victim, "exit");
    await Promise.race([deaf.whenHeld, ended]);
    await expect.poll(() => bookingsOn(date), { timeout: 10_000 }).toHaveLength(1);
    const [made] = await bookingsOn(date);
    victim.kill("SIGKILL");
    expect((await ended)[1]).toBe("SIGKILL");
    await deaf.close();
    expect(answered).toBe("");

    await lose();
    const retried = await book(body, idempotencyKey);
    expect([retried.status, retried.headers.get("idempotent-replayed")]).toEqual([201, "true"]);
    expect((await retried.json()).data.id).toBe(made);
    expect(await bookingsOn(date)).toEqual([made]);
  },
);
