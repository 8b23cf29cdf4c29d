import "server-only";
import type { PagedBooking } from "@/lib/bookings/page-bookings";
import type { BookingView } from "@/lib/bookings/queries";
import { dueOf } from "@/lib/core/due";
import type { QuoteLine } from "@/lib/core/quote";
import type { BookingInListResource, BookingResource } from "../_contract/bookings";

/** A booking as the API shows it. `view` may be read from the database, or be what was just written there. */
export type ShownBooking = Pick<BookingView, "booking" | "paidPaise"> & {
  timeZone: string;
  customer: { name: string | null; phone: string; email: string | null };
  functions: BookingView["functions"];
  lines: Omit<QuoteLine, "refId">[];
};

export function bookingResource({
  booking,
  paidPaise,
  timeZone,
  customer,
  functions,
  lines,
}: ShownBooking): BookingResource {
  const { totalPaise, taxablePaise, gstPaise, discountPaise, advancePaise, depositPaise } = booking;
  return {
    ...{ id: booking.id, number: booking.number, status: booking.status, venueId: booking.venueId, timeZone },
    holdExpiresAt: booking.holdExpiresAt?.toISOString() ?? null,
    ...{ source: booking.source, eventType: booking.eventType, eventTitle: booking.eventTitle },
    ...{ guestCount: booking.guests, specialRequests: booking.specialRequests },
    user: { id: booking.customerId, ...customer },
    startTs: booking.startsAt.toISOString(),
    endTs: booking.endsAt.toISOString(),
    functions: functions.map(({ name, spaceId, spaceName, slotId, date, startsAt, endsAt }) => ({
      ...{ name, spaceId, spaceName, slotId, date },
      startTs: startsAt.toISOString(),
      endTs: endsAt.toISOString(),
    })),
    lines: lines.map(lineResource),
    totals: {
      ...{ totalPaise, taxablePaise, gstPaise, discountPaise, advancePaise, depositPaise, paidPaise },
      duePaise: dueOf({ status: booking.status, totalPaise, paidPaise }),
    },
    version: booking.version,
    createdAt: booking.createdAt.toISOString(),
  };
}

export const lineResource = (line: Omit<QuoteLine, "refId">): BookingResource["lines"][number] => ({
  ...{ kind: line.kind, functionIndex: line.functionIndex, label: line.label, unit: line.unit },
  ...{ quantity: line.quantity, unitPricePaise: line.unitPricePaise, amountPaise: line.amountPaise },
  ...{ gstRate: line.gstRate, sac: line.sac, taxablePaise: line.taxablePaise, gstPaise: line.gstPaise },
});

export function bookingInList(row: PagedBooking): BookingInListResource {
  const { guests, holdExpiresAt, startsAt, endsAt, totalPaise, paidPaise, createdAt, ...same } = row;
  return {
    ...{ ...same, guestCount: guests, holdExpiresAt: holdExpiresAt?.toISOString() ?? null },
    ...{ startTs: startsAt.toISOString(), endTs: endsAt.toISOString() },
    totals: { totalPaise, paidPaise, duePaise: dueOf(row) },
    createdAt: createdAt.toISOString(),
  };
}
