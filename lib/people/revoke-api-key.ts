import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { ApiKeyRef } from "./input";

/** Ends a key: its next call is refused. Doing so again changes nothing. @throws AppError NOT_FOUND */
export async function revokeApiKey(ctx: Ctx, { keyId }: ApiKeyRef): Promise<{ keyId: string }> {
  assertMay(ctx.actor, "key.write");
  return inTenant(ctx.tenant.id, async (tx) => {
    const own = and(eq(apiKeys.tenantId, ctx.tenant.id), eq(apiKeys.id, keyId));
    const [key] = await tx.select().from(apiKeys).where(own).for("update");
    if (!key) throw new AppError("NOT_FOUND", { what: "key" });
    if (key.revokedAt === null) {
      await tx.update(apiKeys).set({ revokedAt: sql`clock_timestamp()` }).where(own);
      await recordChange(tx, ctx, { type: "key.revoked", subjectId: keyId, subject: key.name });
    }
    return { keyId };
  });
}
