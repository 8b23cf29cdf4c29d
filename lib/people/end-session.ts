import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { sessions } from "@/db/schema/people";
import type { Tenant } from "@/lib/tenants/types";
import type { SessionToken } from "./types";

/** Ends one login. The token stays what it was, and stands for nobody. */
export async function endSession(tenant: Tenant, token: SessionToken): Promise<void> {
  if (token.tenantId !== tenant.id) return;
  await inTenant(tenant.id, (tx) =>
    tx
      .update(sessions)
      .set({ revokedAt: sql`coalesce(revoked_at, clock_timestamp())` })
      .where(
        and(eq(sessions.tenantId, tenant.id), eq(sessions.id, token.sessionId), eq(sessions.userId, token.userId)),
      ),
  );
}
