import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import type { Actor } from "@/lib/core/actor";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { lockVenue } from "@/lib/venues/lock-venue";
import type { BookingRow } from "./types";

export { lockVenue };

/**
 * Locks a booking's venue, then the booking itself, and returns its row as it stands then.
 * @throws AppError NOT_FOUND, also for another tenant's booking.
 */
export async function lockBooking(tx: Tx, ctx: Pick<Ctx, "tenant">, bookingId: string): Promise<BookingRow> {
  const own = and(eq(bookings.tenantId, ctx.tenant.id), eq(bookings.id, bookingId));
  const [found] = await tx.select({ venueId: bookings.venueId }).from(bookings).where(own);
  if (!found) throw new AppError("NOT_FOUND", { what: "booking" });
  await lockVenue(tx, found.venueId);
  const [booking] = await tx.select().from(bookings).where(own).for("update");
  if (!booking) throw new AppError("NOT_FOUND", { what: "booking" });
  return booking;
}

/** A booking as it stands, for what only reads. @throws AppError NOT_FOUND, also for another tenant's booking. */
export async function findBooking(tx: Tx, ctx: Pick<Ctx, "tenant">, bookingId: string): Promise<BookingRow> {
  const [booking] = await tx
    .select()
    .from(bookings)
    .where(and(eq(bookings.tenantId, ctx.tenant.id), eq(bookings.id, bookingId)));
  if (!booking) throw new AppError("NOT_FOUND", { what: "booking" });
  return booking;
}

/** A family's booking looks to another family like one that does not exist. */
export function assertOwnOrStaff(actor: Actor, booking: BookingRow): void {
  if (actor.kind === "customer" && actor.userId !== booking.customerId)
    throw new AppError("NOT_FOUND", { what: "booking" });
}

/** @throws AppError HOLD_EXPIRED when a hold or request has lapsed, by the database's clock. */
export async function assertNotLapsed(tx: Tx, booking: BookingRow): Promise<void> {
  if (booking.holdExpiresAt === null) return;
  const [row] = await tx.execute<{ lapsed: boolean }>(
    sql`select ${booking.holdExpiresAt.toISOString()}::timestamptz <= clock_timestamp() as lapsed`,
  );
  if (row?.lapsed) throw new AppError("HOLD_EXPIRED");
}
