import type { ShownFunction } from "@/components/booking/function-lines";
import type { OwnBooking } from "./load-own";

/** A booking's functions with the names of their sessions, where the venue still has them. */
export function shownFunctions({ functions, place }: Pick<OwnBooking, "functions" | "place">): ShownFunction[] {
  return functions.map((one) => ({
    name: one.name,
    date: one.date,
    spaceName: one.spaceName,
    slotName: place.slots.find((slot) => slot.id === one.slotId)?.name ?? null,
    period: { startsAt: one.startsAt, endsAt: one.endsAt },
  }));
}
