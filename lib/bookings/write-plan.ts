import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { bookingFunctions, bookingLines } from "@/db/schema/bookings";
import { allocations } from "@/db/schema/claims";
import type { BookingStatus } from "@/lib/core/booking-state";
import { claimsOf } from "@/lib/core/claims";
import { discountOf } from "@/lib/core/discount";
import type { Ctx } from "@/lib/tenants/ctx";
import { claimParts } from "./claim-parts";
import { expireStaleOverlaps } from "./expire-booking";
import type { PricedPlan } from "./price-booking";

type Target = { tenantId: string; id: string; status: BookingStatus };

/** Frees what lapsed where a plan is to be. The venue must be locked. @throws AppError FUNCTIONS_OVERLAP */
export function makeRoom(tx: Tx, ctx: Pick<Ctx, "tenant">, plan: PricedPlan): Promise<void> {
  return expireStaleOverlaps(tx, ctx, claimsOf(plan.functions, plan.book.venue.settings));
}

/** Writes a booking's functions, lines and claims, where room was made for them. @throws AppError SLOT_TAKEN, FUNCTIONS_OVERLAP. */
export async function writePlan(tx: Tx, booking: Target, plan: PricedPlan): Promise<void> {
  const owned = { tenantId: booking.tenantId, bookingId: booking.id };
  const claims = claimsOf(plan.functions, plan.book.venue.settings);
  // Awaited together: postgres.js sends them in one go.
  await Promise.all([
    claimParts(tx, booking, claims),
    tx.insert(bookingFunctions).values(
      plan.functions.map((one, position) => ({
        ...owned,
        id: newId(),
        position,
        name: one.name,
        spaceId: one.spaceId,
        slotId: one.slotId,
        date: one.date,
        startsAt: one.period.startsAt,
        endsAt: one.period.endsAt,
      })),
    ),
    tx.insert(bookingLines).values(
      plan.quote.lines.map(({ functionIndex, ...line }, position) => ({
        ...owned,
        ...line,
        id: newId(),
        position,
        functionPosition: functionIndex,
      })),
    ),
  ]);
}

/** Takes away what `writePlan` wrote, before it is written anew in the same transaction. */
export async function clearPlan(tx: Tx, booking: Target): Promise<void> {
  for (const table of [allocations, bookingFunctions, bookingLines]) {
    await tx.delete(table).where(and(eq(table.tenantId, booking.tenantId), eq(table.bookingId, booking.id)));
  }
}

/** The columns of a booking that follow from its plan. */
export function plannedColumns({ functions, quote }: PricedPlan) {
  return {
    startsAt: new Date(Math.min(...functions.map((one) => one.period.startsAt.getTime()))),
    endsAt: new Date(Math.max(...functions.map((one) => one.period.endsAt.getTime()))),
    totalPaise: quote.totalPaise,
    taxablePaise: quote.taxablePaise,
    gstPaise: quote.gstPaise,
    advancePaise: quote.advancePaise,
    depositPaise: quote.depositPaise,
    discountPaise: discountOf(quote.lines),
  };
}
