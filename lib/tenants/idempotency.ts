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
import { cacheGet, cacheSet } from "@/lib/vendors/upstash";
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
  const scope = { tenantId: ctx.tenant.id, actor: actorKey(ctx.actor), route: call.route, key: call.key };
  const fingerprint = createHash("sha256").update(canonical(call.input)).digest("hex");

  const finished = await recall(scope);
  if (finished) return { result: answerOf<T>(finished, fingerprint), replayed: true };
  const answer = await inTenant(ctx.tenant.id, (tx) => workOnce(tx, { ...scope, fingerprint }, () => work(tx)));
  void cacheSet(cacheKey(scope), JSON.stringify({ fingerprint, response: answer.result }), KEPT_SECONDS);
  return answer;
}

async function workOnce<T>(tx: Tx, row: Scope & { fingerprint: string }, work: () => Promise<T>): Promise<Once<T>> {
  const claimed = await claimKey(tx, row);
  if (!claimed) return { result: answerOf<T>(await stored(tx, row), row.fingerprint), replayed: true };
  const result = await work();
  await tx
    .update(idempotencyKeys)
    .set({ response: result, status: 200 })
    .where(and(eq(idempotencyKeys.tenantId, row.tenantId), eq(idempotencyKeys.id, claimed)));
  return { result, replayed: false };
}

/** As long as db rows of keys are kept; see forget-old-keys.ts. */
const KEPT_SECONDS = 72 * 3600;

const finishedAnswer = z.object({ fingerprint: z.string(), response: z.unknown() });
type Finished = z.infer<typeof finishedAnswer>;

const cacheKey = ({ tenantId, actor, route, key }: Scope) =>
  `idem:${tenantId}:${actor}:${route}:${createHash("sha256").update(key).digest("hex")}`;

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
  if (!row) throw new AppError("IDEMPOTENCY_IN_FLIGHT", { retryAfterSeconds: 1 });
  return row;
}
