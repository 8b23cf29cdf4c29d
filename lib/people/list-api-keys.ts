import "server-only";
import { and, desc, eq, gt, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { apiKeys } from "@/db/schema/api-keys";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import type { ListedApiKey } from "./types";

/** Of those that are over; of those that work every one is shown. */
const SHOWN = 100;

/** The hall's keys, those that work first, then the latest that were revoked or ran out; never their secrets. */
export async function listApiKeys(ctx: Ctx): Promise<ListedApiKey[]> {
  assertMay(ctx.actor, "key.write");
  const { tenant, now } = ctx;
  const isLive = and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)));
  const isOver = or(isNotNull(apiKeys.revokedAt), lte(apiKeys.expiresAt, now));
  const [live, over] = await inTenant(tenant.id, (tx) => {
    const keysOf = (which: SQL | undefined) =>
      tx
        .select({ key: apiKeys, by: users.name })
        .from(apiKeys)
        .leftJoin(users, and(eq(users.tenantId, apiKeys.tenantId), eq(users.id, apiKeys.createdBy)))
        .where(and(eq(apiKeys.tenantId, tenant.id), which))
        .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
    return Promise.all([keysOf(isLive), keysOf(isOver).limit(SHOWN)]);
  });
  const listed = (rows: typeof live, isLive: boolean) =>
    rows.map(({ key: { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }, by }) => ({
      ...{ id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, revokedAt, by, isLive },
    }));
  return [...listed(live, true), ...listed(over, false)];
}
