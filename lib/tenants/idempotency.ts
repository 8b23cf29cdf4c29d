import "server-only";
import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { pgCode } from "@/db/pg-error";
import { idempotencyKeys } from "@/db/schema/idempotency";
import type { Actor } from "@/lib/core/actor";
import { AppError } from "@/lib/errors";
import type { Ctx } from "./ctx";

export type Once<T> = { result: T; replayed: boolean };

/** JSON with sorted keys, so that equal inputs have equal fingerprints. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export function actorKey(actor: Actor): string {
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

/**
 * Runs `work` once for a key, in the transaction that `work` writes in: key, work and answer commit together or not at
 * all. A second call with the key gets the first one's answer again. `T` must survive JSON.
 * @throws AppError IDEMPOTENCY_MISMATCH (same key, other input), IDEMPOTENCY_IN_FLIGHT (the first is still running).
 */
export async function once<T>(
  tx: Tx,
  ctx: Ctx,
  call: { route: string; key: string | undefined; input: unknown },
  work: () => Promise<T>,
): Promise<Once<T>> {
  if (call.key === undefined) return { result: await work(), replayed: false };
  const scope = { tenantId: ctx.tenant.id, actor: actorKey(ctx.actor), route: call.route, key: call.key };
  const fingerprint = createHash("sha256").update(canonical(call.input)).digest("hex");

  const claimed = await claimKey(tx, { ...scope, fingerprint });
  if (!claimed) return { result: await replay<T>(tx, scope, fingerprint), replayed: true };

  const result = await work();
  await tx
    .update(idempotencyKeys)
    .set({ response: result, status: 200 })
    .where(and(eq(idempotencyKeys.tenantId, ctx.tenant.id), eq(idempotencyKeys.id, claimed)));
  return { result, replayed: false };
}

type Scope = { tenantId: string; actor: string; route: string; key: string };

/** A concurrent holder of the key makes this wait; past two seconds it is in flight. */
async function claimKey(tx: Tx, row: Scope & { fingerprint: string }): Promise<string | undefined> {
  try {
    const [, inserted] = await Promise.all([
      tx.execute(sql`select set_config('lock_timeout', '2s', true)`),
      tx
        .insert(idempotencyKeys)
        .values({ ...row, id: newId(), status: 0 })
        .onConflictDoNothing()
        .returning({ id: idempotencyKeys.id }),
      tx.execute(sql`select set_config('lock_timeout', '5s', true)`),
    ]);
    return inserted[0]?.id;
  } catch (error) {
    if (pgCode(error) === "55P03") throw new AppError("IDEMPOTENCY_IN_FLIGHT");
    throw error;
  }
}

async function replay<T>(tx: Tx, scope: Scope, fingerprint: string): Promise<T> {
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
  if (!row) throw new AppError("IDEMPOTENCY_IN_FLIGHT");
  if (row.fingerprint !== fingerprint) throw new AppError("IDEMPOTENCY_MISMATCH");
  return row.response as T;
}
