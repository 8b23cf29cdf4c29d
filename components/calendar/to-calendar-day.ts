import type { AvailabilityDay } from "@/lib/core/availability";
import type { CalendarDay } from "./types";

/** A day as the availability API writes it. */
export function toCalendarDay(day: AvailabilityDay): CalendarDay {
  return {
    date: day.date,
    muhurat: day.muhurat,
    slots: day.slots.map((slot) => ({
      ...slot,
      startsAt: slot.startsAt.toISOString(),
      endsAt: slot.endsAt.toISOString(),
      heldUntil: slot.heldUntil?.toISOString() ?? null,
    })),
  };
}
