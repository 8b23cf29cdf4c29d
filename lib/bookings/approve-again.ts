import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { pgCode } from "@/db/pg-error";
import { allocations } from "@/db/schema/claims";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { paidSoFar } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import { expireStaleOverlaps } from "./expire-booking";
import type { BookingRef } from "./input";
import { lockBooking } from "./locks";
import { nextStatus, saveStatus } from "./save-status";
import type { BookingChange } from "./types";

/**
 * The hall says yes to a request whose time to answer is over. Its claims are still there, unguarded since it expired:
 * guarding them again either works or says that somebody else has the time.
 * @throws AppError SLOT_TAKEN, IN_THE_PAST, WRONG_STATUS
 */
export async function approveAgain(ctx: Ctx, input: BookingRef): Promise<BookingChange> {
  assertMay(ctx.actor, "booking.approve");
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await lockBooking(tx, ctx, input.bookingId);
    if (booking.startsAt <= ctx.now) throw new AppError("IN_THE_PAST");
    const settings = await loadVenueSettings(tx, booking);
    const hasAdvance = booking.payAtHallAt !== null || (await paidSoFar(tx, booking)) >= booking.advancePaise;
    // Else an option would be a way around it. By the word of who may, it is sure at once, as a new booking would be.
    if (booking.isOption && !hasAdvance) assertMay(ctx.actor, "booking.sure-without-advance");
    const paid = hasAdvance || booking.isOption;
    // Lapsed, but no sweep came by: it still has its time.
    const type = booking.status === "pending" ? "approve" : "approve_again";
    const next = nextStatus(booking, type, { confirmation: settings.confirmation, paid, approved: true });
    const claims = await tx
      .select({ partId: allocations.partId, period: allocations.during })
      .from(allocations)
      .where(and(eq(allocations.tenantId, booking.tenantId), eq(allocations.bookingId, booking.id)))
      .orderBy(allocations.partId, allocations.during);
    if (type === "approve_again") await expireStaleOverlaps(tx, ctx, claims);
    const saved = await tx
      .transaction((savepoint) =>
        saveStatus(
          savepoint,
          ctx,
          booking,
          next,
          { type },
          {
            expiresInMinutes: next === "confirmed" ? null : settings.answerMinutes,
            set: { approvedAt: ctx.now },
          },
        ),
      )
      .catch((error: unknown) => {
        throw pgCode(error) === "23P01" ? new AppError("SLOT_TAKEN") : error;
      });
    if (next === "confirmed") {
      const { tenantId, id } = saved;
      await enqueue(tx, "notify", { tenantId, bookingId: id, what: "confirmed", cause: id });
    }
    return { bookingId: saved.id, number: saved.number, status: saved.status };
  });
}
