import "server-only";
import { functionAt } from "@/lib/bookings/functions-at";
import type { NamedFunction } from "@/lib/bookings/input";
import type { BookingView } from "@/lib/bookings/queries";
import { AppError } from "@/lib/errors";
import type { Venue } from "@/lib/venues/types";
import type { MoveTo } from "../_contract/booking-changes";

/** Where a booking is to go, as its venue has it. @throws AppError INVALID_INPUT: bare times are for one function */
export function functionsMovedTo(venue: Venue, { booking, functions }: BookingView, to: MoveTo): NamedFunction[] {
  const at = (one: { startTs: string; endTs: string; spaceId: string }, name: string): NamedFunction => ({
    ...functionAt(
      venue,
      { spaceId: one.spaceId, name: "other", startsAt: new Date(one.startTs), endsAt: new Date(one.endTs) },
      booking.guests,
    ),
    name,
  });
  if ("functions" in to) {
    return to.functions.map((one, n) => {
      const name = one.name ?? functions[n]?.name ?? "other";
      return "slotId" in one ? { ...one, name } : at(one, name);
    });
  }
  const [only, ...others] = functions;
  if (!only || others.length > 0) throw new AppError("INVALID_INPUT", { field: "functions" });
  return [at({ ...to, spaceId: to.spaceId ?? only.spaceId }, only.name)];
}
