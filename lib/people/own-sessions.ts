import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { sessions } from "@/db/schema/people";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { OwnSession } from "./types";

function live(ctx: Ctx) {
  const { actor, tenant } = ctx;
  if (actor.kind !== "customer" && actor.kind !== "staff") throw new AppError("UNAUTHENTICATED");
  return and(
    eq(sessions.tenantId, tenant.id),
    eq(sessions.userId, actor.userId),
    sql`${sessions.revokedAt} is null and ${sessions.expiresAt} > clock_timestamp()`,
  );
}

/** One's own logins that still stand, the latest first. A change of role has ended those before it. */
export function listOwnSessions(ctx: Ctx): Promise<OwnSession[]> {
  return inTenant(ctx.tenant.id, (tx) =>
    tx
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
        expiresAt: sessions.expiresAt,
      })
      .from(sessions)
      .where(live(ctx))
      .orderBy(desc(sessions.createdAt)),
  );
}

/** Ends one of one's own logins, or (without an id) every one but `current`. */
export async function endOwnSessions(ctx: Ctx, current: string, sessionId?: string): Promise<void> {
  await inTenant(ctx.tenant.id, (tx) =>
    tx
      .update(sessions)
      .set({ revokedAt: sql`clock_timestamp()` })
      .where(and(live(ctx), sessionId ? eq(sessions.id, sessionId) : sql`${sessions.id} <> ${current}`)),
  );
}
