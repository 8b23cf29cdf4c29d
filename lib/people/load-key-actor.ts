import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import type { Actor } from "@/lib/core/actor";
import { log } from "@/lib/log";
import type { Tenant } from "@/lib/tenants/types";
import { hashOfKey, isApiKey } from "./api-key";

type KeyActor = Extract<Actor, { kind: "apiKey" }>;

/**
 * Who an API key stands for, as the database has it now; null where it is none of this tenant's, was revoked or has run
 * out. Its use is noted once a minute.
 */
export async function loadKeyActor(tenant: Tenant, key: string): Promise<KeyActor | null> {
  if (!isApiKey(key)) return null;
  const [row] = await inTenant(tenant.id, (tx) =>
    tx
      .select({
        id: apiKeys.id,
        scopes: apiKeys.scopes,
        isUnnoted: sql<boolean>`coalesce(${apiKeys.lastUsedAt} < clock_timestamp() - interval '1 minute', true)`,
      })
      .from(apiKeys)
      .where(
        and(
          eq(apiKeys.tenantId, tenant.id),
          eq(apiKeys.hash, hashOfKey(key)),
          sql`${apiKeys.revokedAt} is null and coalesce(${apiKeys.expiresAt} > clock_timestamp(), true)`,
        ),
      ),
  );
  if (!row) return null;
  if (row.isUnnoted) void noteUse(tenant, row.id);
  return { kind: "apiKey", keyId: row.id, scopes: row.scopes };
}

async function noteUse(tenant: Tenant, keyId: string): Promise<void> {
  try {
    await inTenant(tenant.id, (tx) =>
      tx
        .update(apiKeys)
        .set({ lastUsedAt: sql`clock_timestamp()` })
        .where(and(eq(apiKeys.tenantId, tenant.id), eq(apiKeys.id, keyId))),
    );
  } catch (error) {
    log.warn({ err: error, keyId }, "a key's use was not noted");
  }
}
