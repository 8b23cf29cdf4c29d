import type { WantedFunction } from "@/lib/bookings/input";
import { eventTypes, functionNames } from "@/lib/core/event-names";
import { localDateTimeOf } from "@/lib/core/period";
import type { Wish } from "./wish";

type Held = {
  booking: { guests: number; eventType: string };
  venue: { slug: string; timeZone: string };
  functions: readonly {
    name: string;
    spaceId: string;
    slotId: string | null;
    date: string;
    startsAt: Date;
    endsAt: Date;
  }[];
  lines: readonly { kind: string; refId: string; quantity: number }[];
};

/** The address of the steps that would lead to this booking again: to change a hold, or to look whether it is still free. */
export function wishOfBooking({ booking, venue, functions, lines }: Held): Wish {
  return {
    venue: venue.slug,
    guests: booking.guests,
    eventType: eventTypes.find((type) => type === booking.eventType) ?? null,
    functions: functions.map((one): WantedFunction => {
      const name = functionNames.find((each) => each === one.name) ?? "other";
      if (one.slotId) return { name, spaceId: one.spaceId, slotId: one.slotId, date: one.date };
      const local = (at: Date) => localDateTimeOf(at, venue.timeZone);
      return { name, spaceId: one.spaceId, startsAt: local(one.startsAt), endsAt: local(one.endsAt) };
    }),
    addOns: lines
      .filter((line) => line.kind === "add_on")
      .map((line) => ({ addOnId: line.refId, quantity: line.quantity })),
  };
}
