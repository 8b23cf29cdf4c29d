import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookingFunctions } from "@/db/schema/bookings";
import { localDateTimeOf } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import type { MoveFunctionInput, NamedFunction } from "./input";
import { findBooking } from "./locks";
import { rescheduleBooking } from "./reschedule-booking";
import type { BookingChange, BookingRow } from "./types";

/**
 * Moves or extends one function of a booking, as drawn in the diary; the others stay. It carries the version that was
 * looked at: of two who move the same booking the first wins, and the other is told.
 * @throws AppError CHANGED_MEANWHILE, and all that `rescheduleBooking` does
 */
export async function moveFunction(
  ctx: Ctx,
  input: MoveFunctionInput,
): Promise<BookingChange & { version: number; functionId: string }> {
  assertMay(ctx.actor, "diary.read");
  assertMay(ctx.actor, "booking.reschedule");
  const { bookingId, version, shownTotalPaise, reason } = input;
  const functions = await inTenant(ctx.tenant.id, async (tx) => {
    const booking = await findBooking(tx, ctx, bookingId);
    return (await withFunctionAt(tx, booking, input)).wanted;
  });
  const change = await rescheduleBooking(ctx, { bookingId, functions, shownTotalPaise, version, reason });
  return { ...change, functionId: await functionAt(ctx, input) };
}

type Place = Pick<MoveFunctionInput, "functionId" | "to">;

/** A booking's functions with one of them elsewhere. @throws AppError CHANGED_MEANWHILE where it has no such function any more */
export async function withFunctionAt(tx: Tx, booking: BookingRow, { functionId, to }: Place) {
  const [rows, { timeZone }] = await Promise.all([listFunctions(tx, booking), loadVenueSettings(tx, booking)]);
  const moved = rows.find(({ id }) => id === functionId);
  if (!moved) throw new AppError("CHANGED_MEANWHILE", { version: booking.version });
  const wanted = rows.map((row): NamedFunction => {
    const { name, spaceId, slotId, date } = row;
    if (row.id === functionId) return { ...to, name };
    if (slotId !== null) return { spaceId, slotId, date, name };
    const at = (instant: Date) => localDateTimeOf(instant, timeZone);
    return { spaceId, startsAt: at(row.startsAt), endsAt: at(row.endsAt), name };
  });
  return { wanted, moved };
}

/** Functions are written anew when a booking moves: what the one that was moved is called now. */
async function functionAt(ctx: Ctx, { bookingId, to }: MoveFunctionInput): Promise<string> {
  return inTenant(ctx.tenant.id, async (tx) => {
    const booking = await findBooking(tx, ctx, bookingId);
    const [rows, { timeZone }] = await Promise.all([listFunctions(tx, booking), loadVenueSettings(tx, booking)]);
    const isIt = (row: (typeof rows)[number]) =>
      "slotId" in to
        ? row.slotId === to.slotId && row.date === to.date
        : localDateTimeOf(row.startsAt, timeZone) === to.startsAt;
    return rows.find((row) => row.spaceId === to.spaceId && isIt(row))?.id ?? "";
  });
}

function listFunctions(tx: Tx, booking: BookingRow) {
  return tx
    .select()
    .from(bookingFunctions)
    .where(and(eq(bookingFunctions.tenantId, booking.tenantId), eq(bookingFunctions.bookingId, booking.id)))
    .orderBy(asc(bookingFunctions.position));
}
