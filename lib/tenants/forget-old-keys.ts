import "server-only";
import { sql } from "drizzle-orm";
import { asPlatform } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/idempotency";

/** A sweep: a key protects for 72 hours. Returns how many are forgotten. */
export function forgetOldKeys(): Promise<number> {
  return asPlatform(async (tx) => {
    const gone = await tx
      .delete(idempotencyKeys)
      .where(sql`${idempotencyKeys.createdAt} < clock_timestamp() - interval '72 hours'`)
      .returning({ id: idempotencyKeys.id });
    return gone.length;
  });
}
