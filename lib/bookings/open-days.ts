import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { blackouts } from "@/db/schema/claims";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { changeSetUp } from "@/lib/venues/change-set-up";
import type { BlackoutRef } from "./input";

/** Opens what was closed once; its time is free again. A year of a yearly one opens with all its years. @throws AppError NOT_FOUND */
export async function openDays(ctx: Ctx, { blackoutId }: BlackoutRef, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "blackout.write");
  const own = and(eq(blackouts.tenantId, ctx.tenant.id), eq(blackouts.id, blackoutId));
  const [found] = await inTenant(ctx.tenant.id, (tx) =>
    tx.select({ venueId: blackouts.venueId, yearlyId: blackouts.yearlyId }).from(blackouts).where(own),
  );
  if (!found || found.yearlyId !== null) throw new AppError("NOT_FOUND", { what: "blackout" });
  return changeSetUp(ctx, found.venueId, mode, async (tx) => {
    const [gone] = await tx.delete(blackouts).where(own).returning();
    if (!gone) throw new AppError("NOT_FOUND", { what: "blackout" });
    const before = { from: gone.startsAt.toISOString(), to: gone.endsAt.toISOString(), reason: gone.reason };
    await recordChange(tx, ctx, { type: "days.opened", subject: gone.reason, before });
    return { notes: [{ note: "daysOpened", count: 1 }] };
  });
}
