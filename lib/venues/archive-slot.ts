import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { slots } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import type { SetupEffects } from "@/lib/core/setup-effects";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { Mode } from "@/lib/tenants/take-back";
import { bookingsAhead } from "./bookings-ahead";
import { changeSetUp } from "./change-set-up";
import type { SlotRef } from "./input";

/** Sells a session no longer. Bookings of it keep their times: they are named, since the calendar stops naming it. @throws AppError NOT_FOUND */
export async function archiveSlot(ctx: Ctx, { venueId, slotId }: SlotRef, mode: Mode): Promise<SetupEffects> {
  assertMay(ctx.actor, "venue.write");
  const tenantId = ctx.tenant.id;
  return changeSetUp(ctx, venueId, mode, async (tx, { venue }) => {
    const slot = venue.slots.find(({ id }) => id === slotId);
    if (!slot) throw new AppError("NOT_FOUND", { what: "slot" });
    const { count, bookings } = await bookingsAhead(tx, { tenantId, venueId }, { slotId });
    await tx
      .update(slots)
      .set({ archivedAt: sql`clock_timestamp()` })
      .where(and(eq(slots.tenantId, tenantId), eq(slots.id, slotId)));
    await recordChange(tx, ctx, { type: "slot.archived", subjectId: slotId, subject: slot.name.en });
    return { notes: [{ note: "timesKept", count }], bookings };
  });
}
