import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { allocations, blackouts, yearlyBlackouts } from "@/db/schema/claims";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Closures } from "./types";

const SHOWN = 300;

/** The parts that a blackout closes. */
export const closedParts = sql<string[] | null>`(select array_agg(a.part_id order by a.part_id) from ${allocations} a
  where a.tenant_id = ${blackouts}.tenant_id and a.blackout_id = ${blackouts}.id)`;

/** What is closed at a venue from now on: once, and each year. */
export async function listClosures(ctx: Ctx, venueId: string): Promise<Closures> {
  assertMay(ctx.actor, "setup.read");
  const tenantId = ctx.tenant.id;
  return inTenant(tenantId, async (tx) => {
    const [once, yearly] = await Promise.all([
      tx
        .select({
          ...{ id: blackouts.id, reason: blackouts.reason, yearlyId: blackouts.yearlyId },
          ...{ startsAt: blackouts.startsAt, endsAt: blackouts.endsAt },
          partIds: closedParts,
        })
        .from(blackouts)
        .where(
          and(
            eq(blackouts.tenantId, tenantId),
            eq(blackouts.venueId, venueId),
            gt(blackouts.endsAt, sql`clock_timestamp()`),
          ),
        )
        .orderBy(asc(blackouts.startsAt), asc(blackouts.id))
        .limit(SHOWN),
      tx
        .select()
        .from(yearlyBlackouts)
        .where(
          and(
            eq(yearlyBlackouts.tenantId, tenantId),
            eq(yearlyBlackouts.venueId, venueId),
            isNull(yearlyBlackouts.endedAt),
          ),
        )
        .orderBy(asc(yearlyBlackouts.startsOn)),
    ]);
    return {
      once: once.filter(({ yearlyId }) => yearlyId === null).map((row) => ({ ...row, partIds: row.partIds ?? [] })),
      yearly: yearly.map(({ id, spaceId, reason, startsOn, days }) => ({
        ...{ id, spaceId, reason, startsOn, days },
        years: once.filter(({ yearlyId }) => yearlyId === id).map(({ startsAt }) => startsAt),
      })),
    };
  });
}
