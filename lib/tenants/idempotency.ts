import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { pgCode } from "@/db/pg-error";
import { idempotencyKeys } from "@/db/schema/idempotency";
import type { Actor } from "@/lib/core/actor";
import { canonical } from "@/lib/core/canonical";
import { AppError } from "@/lib/errors";
import { cacheGet, cacheSet, type Forgotten, forgetCached } from "@/lib/vendors/upstash";
import type { Ctx } from "./ctx";

export type Once<T> = { result: T; replayed: boolean };

function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case "customer":
    case "staff":
      return `${actor.kind}:${actor.userId}`;
    case "apiKey":
      return `apiKey:${actor.keyId}`;
    case "job":
      return `job:${actor.name}`;
    case "platform":
      return "platform";
  }
}

type Call = { route: string; key: string | undefined; input: unknown };

/**
 * Runs `work` in one tenant transaction, once for a key: key, work and answer commit together or not at all. A second call
 * with the key gets the first one's answer again, from Upstash where that has it. `T` must survive JSON.
 * @throws AppError IDEMPOTENCY_MISMATCH (same key, other input), IDEMPOTENCY_IN_FLIGHT (the first is still running).
 */
export async function once<T>(ctx: Ctx, call: Call, work: (tx: Tx) => Promise<T>): Promise<Once<T>> {
  if (call.key === undefined) return { result: await inTenant(ctx.tenant.id, work), replayed: false };
  const scope = scopeOf(ctx, call.route, call.key);
  const fingerprint = fingerprintOf(call.input);

  const finished = await recall(scope);
  if (finished) return { result: answerOf<T>(finished, fingerprint), replayed: true };
  const answer = await inTenant(ctx.tenant.id, (tx) => workOnce(tx, { ...scope, fingerprint }, () => work(tx)));
  void cacheSet(cacheKey(scope), JSON.stringify({ fingerprint, response: answer.result }), KEPT_SECONDS);
  return answer;
}

/**
 * The same around work that asks a vendor midway, and so cannot be one transaction: it must come to the same when it is
 * done again. The first answer is kept. Once it is, the key is refused for another input before anything is done; of two calls
 * at the same time with one key and two inputs both work, and the slower is refused its answer.
 * @throws AppError IDEMPOTENCY_MISMATCH, IDEMPOTENCY_IN_FLIGHT
 */
export async function onceAround<T>(ctx: Ctx, call: Call, work: () => Promise<T>): Promise<Once<T>> {
  if (call.key === undefined) return { result: await work(), replayed: false };
  const scope = scopeOf(ctx, call.route, call.key);
  const finished = (await recall(scope)) ?? (await inTenant(ctx.tenant.id, (tx) => findStored(tx, scope)));
  if (finished) return { result: answerOf<T>(finished, fingerprintOf(call.input)), replayed: true };
  const result = await work();
  return once(ctx, call, async () => result);
}

const scopeOf = (ctx: Ctx, route: string, key: string): Scope => ({
  ...{ tenantId: ctx.tenant.id, actor: actorKey(ctx.actor), route, key },
});
const fingerprintOf = (input: unknown): string => createHash("sha256").update(canonical(input)).digest("hex");

async function workOnce<T>(tx: Tx, row: Scope & { fingerprint: string }, work: () => Promise<T>): Promise<Once<T>> {
  const claimed = await claimKey(tx, row);
  if (!claimed) return { result: answerOf<T>(await stored(tx, row), row.fingerprint), replayed: true };
  const result = await work();
  await tx
    .update(idempotencyKeys)
    // As text: jsonb would give the members another order, and a replay other bytes.
    .set({ response: JSON.stringify(result), status: 200 })
    .where(and(eq(idempotencyKeys.tenantId, row.tenantId), eq(idempotencyKeys.id, claimed)));
  return { result, replayed: false };
}

/** As long as db rows of keys are kept; see forget-old-keys.ts. */
const KEPT_SECONDS = 72 * 3600;

const finishedAnswer = z.object({ fingerprint: z.string(), response: z.unknown() });
type Finished = z.infer<typeof finishedAnswer>;

const cacheKey = ({ tenantId, actor, route, key }: Scope) =>
  `idem:${tenantId}:${actor}:${route}:${createHash("sha256").update(key).digest("hex")}`;

/** Takes away the answers that Upstash has, which are copies. */
export const forgetAnswers = (tenantId: string): Promise<Forgotten> => forgetCached(`idem:${tenantId}:*`);

/** Only what was committed is ever there; whatever is missing or odd is asked of Postgres. */
async function recall(scope: Scope): Promise<Finished | undefined> {
  const text = await cacheGet(cacheKey(scope));
  if (text === null) return undefined;
  try {
    return finishedAnswer.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function answerOf<T>(finished: Finished, fingerprint: string): T {
  if (finished.fingerprint !== fingerprint) throw new AppError("IDEMPOTENCY_MISMATCH");
  return finished.response as T;
}

type Scope = { tenantId: string; actor: string; route: string; key: string };

/** A concurrent holder of the key makes this wait; past the lock timeout it is in flight. */
async function claimKey(tx: Tx, row: Scope & { fingerprint: string }): Promise<string | undefined> {
  try {
    const [claimed] = await tx
      .insert(idempotencyKeys)
      .values({ ...row, id: newId(), status: 0 })
      .onConflictDoNothing()
      .returning({ id: idempotencyKeys.id });
    return claimed?.id;
  } catch (error) {
    if (pgCode(error) === "55P03") throw new AppError("IDEMPOTENCY_IN_FLIGHT", { retryAfterSeconds: 1 });
    throw error;
  }
}

async function stored(tx: Tx, scope: Scope): Promise<Finished> {
  const row = await findStored(tx, scope);
  if (!row) throw new AppError("IDEMPOTENCY_IN_FLIGHT", { retryAfterSeconds: 1 });
  return row;
}

async function findStored(tx: Tx, scope: Scope): Promise<Finished | undefined> {
  const [row] = await tx
    .select({ fingerprint: idempotencyKeys.fingerprint, response: idempotencyKeys.response })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.tenantId, scope.tenantId),
        eq(idempotencyKeys.actor, scope.actor),
        eq(idempotencyKeys.route, scope.route),
        eq(idempotencyKeys.key, scope.key),
      ),
    );
  return row && { ...row, response: typeof row.response === "string" ? JSON.parse(row.response) : row.response };
}
