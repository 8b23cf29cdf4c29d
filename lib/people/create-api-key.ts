import "server-only";
import { sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { apiKeys } from "@/db/schema/api-keys";
import { API_SCOPES, assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import { hashOfKey, newApiKey, prefixOfKey } from "./api-key";
import type { CreateApiKeyInput } from "./input";

/** Makes a key for another program. The answer is the only place where its secret is ever seen. @throws AppError INVALID_INPUT */
export async function createApiKey(ctx: Ctx, input: CreateApiKeyInput): Promise<{ keyId: string; key: string }> {
  const { actor, tenant } = ctx;
  assertMay(actor, "key.write");
  const scopes = API_SCOPES.filter((scope) => input.scopes.includes(scope));
  if (scopes.length === 0) throw new AppError("INVALID_INPUT", { field: "scopes" });
  const key = newApiKey();
  const keyId = newId();
  await inTenant(tenant.id, async (tx) => {
    await tx.insert(apiKeys).values({
      ...{ tenantId: tenant.id, id: keyId, name: input.name, scopes, hash: hashOfKey(key), prefix: prefixOfKey(key) },
      createdBy: actor.kind === "staff" ? actor.userId : null,
      expiresAt: input.days === null ? null : sql`clock_timestamp() + make_interval(days => ${input.days}::int)`,
    });
    await recordChange(tx, ctx, {
      type: "key.created",
      subjectId: keyId,
      subject: input.name,
      after: { scopes, days: input.days },
    });
  });
  return { keyId, key };
}
