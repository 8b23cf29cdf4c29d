import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { blackouts, yearlyBlackouts } from "@/db/schema/claims";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { changeSetUp } from "@/lib/venues/change-set-up";
import type { YearlyRef } from "./input";

/** Ends a yearly closure: what of it is not over opens again. @throws AppError NOT_FOUND */
export async function endYearly(ctx: Ctx, { yearlyId }: YearlyRef, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "blackout.write");
  const tenantId = ctx.tenant.id;
  const own = and(
    eq(yearlyBlackouts.tenantId, tenantId),
    eq(yearlyBlackouts.id, yearlyId),
    isNull(yearlyBlackouts.endedAt),
  );
  const [found] = await inTenant(tenantId, (tx) =>
    tx.select({ venueId: yearlyBlackouts.venueId }).from(yearlyBlackouts).where(own),
  );
  if (!found) throw new AppError("NOT_FOUND", { what: "blackout" });
  return changeSetUp(ctx, found.venueId, mode, async (tx) => {
    const [ended] = await tx.update(yearlyBlackouts).set({ endedAt: sql`clock_timestamp()` }).where(own).returning();
    if (!ended) throw new AppError("NOT_FOUND", { what: "blackout" });
    const opened = await tx
      .delete(blackouts)
      .where(
        and(
          eq(blackouts.tenantId, tenantId),
          eq(blackouts.yearlyId, yearlyId),
          gt(blackouts.endsAt, sql`clock_timestamp()`),
        ),
      )
      .returning({ id: blackouts.id });
    const before = { startsOn: ended.startsOn, days: ended.days, reason: ended.reason };
    await recordChange(tx, ctx, { type: "days.opened-yearly", subjectId: yearlyId, subject: ended.reason, before });
    return { notes: [{ note: "daysOpened", count: opened.length }] };
  });
}
