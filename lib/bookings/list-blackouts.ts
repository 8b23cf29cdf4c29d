import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { blackouts } from "@/db/schema/claims";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { closedParts } from "./closures";
import { after, cursorOf } from "./keyset";
import type { Blackout } from "./types";

type Filter = { venueId?: string | undefined; after?: string | undefined };

/** What is closed from now on, years of yearly ones included, the soonest first, a page at a time. */
export async function listBlackouts(
  ctx: Ctx,
  filter: Filter,
  limit: number,
): Promise<{ rows: Blackout[]; next: string | null }> {
  assertMay(ctx.actor, "setup.read");
  const found = await inTenant(ctx.tenant.id, (tx) =>
    tx
      .select({ row: blackouts, partIds: closedParts, cursor: cursorOf(blackouts.startsAt, blackouts.id) })
      .from(blackouts)
      .where(
        and(
          eq(blackouts.tenantId, ctx.tenant.id),
          gt(blackouts.endsAt, sql`clock_timestamp()`),
          filter.venueId === undefined ? undefined : eq(blackouts.venueId, filter.venueId),
          filter.after === undefined ? undefined : after(filter.after, blackouts.startsAt, blackouts.id, "asc"),
        ),
      )
      .orderBy(asc(blackouts.startsAt), asc(blackouts.id))
      .limit(limit + 1),
  );
  const page = found.slice(0, limit);
  return {
    rows: page.map(({ row, partIds }) => ({ ...row, partIds: partIds ?? [] })),
    next: found.length > limit ? (page.at(-1)?.cursor ?? null) : null,
  };
}
