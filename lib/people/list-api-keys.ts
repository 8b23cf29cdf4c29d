import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import type { ListedApiKey } from "./types";

const SHOWN = 100;

/** The hall's keys, the newest first, revoked ones included; never their secrets. */
export async function listApiKeys(ctx: Ctx): Promise<ListedApiKey[]> {
  assertMay(ctx.actor, "key.write");
  const { tenant, now } = ctx;
  const rows = await inTenant(tenant.id, (tx) =>
    tx
      .select({ key: apiKeys, by: users.name })
      .from(apiKeys)
      .leftJoin(users, and(eq(users.tenantId, apiKeys.tenantId), eq(users.id, apiKeys.createdBy)))
      .where(eq(apiKeys.tenantId, tenant.id))
      .orderBy(desc(apiKeys.createdAt))
      .limit(SHOWN),
  );
  return rows.map(({ key: { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }, by }) => ({
    ...{ id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt, by },
    isLive: revokedAt === null && (expiresAt === null || expiresAt > now),
  }));
}
