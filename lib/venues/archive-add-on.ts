import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { addOns } from "@/db/schema/prices";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { AddOnRef } from "./input";
import { raiseGeneration } from "./raise-generation";

/** Sells an extra no longer. Bookings that have it keep it. @throws AppError NOT_FOUND */
export async function archiveAddOn(ctx: Ctx, { venueId, addOnId }: AddOnRef, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "price.write");
  const tenantId = ctx.tenant.id;
  return changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    const addOn = venue.addOns.find(({ id }) => id === addOnId);
    if (!addOn) throw new AppError("NOT_FOUND", { what: "addOn" });
    await tx
      .update(addOns)
      .set({ archivedAt: sql`clock_timestamp()` })
      .where(and(eq(addOns.tenantId, tenantId), eq(addOns.id, addOnId)));
    await raiseGeneration(tx, tenantId, venueId);
    await recordChange(tx, ctx, { type: "extra.archived", subjectId: addOnId, subject: addOn.name.en });
    const { count } = await bookingsAhead(tx, { tenantId, venueId });
    return { notes: [{ note: "pricesKept", count }] };
  });
}
