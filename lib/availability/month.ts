import "server-only";
import type { AvailabilityDay, AvailableSlot } from "@/lib/core/availability";

/** A venue's month as computed at one instant; true until `until`, at one generation. */
export type Month = { days: AvailabilityDay[]; until: number };

/** `heldUntil` only where there is one: nothing else public hangs on a claim. */
type JsonSlot = Omit<AvailableSlot, "startsAt" | "endsAt" | "heldUntil"> & {
  startsAt: string;
  endsAt: string;
  heldUntil?: string;
};

function toJsonSlot({ slotId, spaceId, startsAt, endsAt, state, pricePaise, heldUntil }: AvailableSlot): JsonSlot {
  const slot = { slotId, spaceId, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), state, pricePaise };
  return heldUntil ? { ...slot, heldUntil: heldUntil.toISOString() } : slot;
}

/** The days as the API writes them, one text a day, so that ranges are joined without being written again. */
const texts = new WeakMap<Month, Map<string | undefined, string[]>>();

/** A month's days as JSON texts, of one space or of all: made once a month object, since every reader sends the same. */
export function dayTexts(month: Month, spaceId: string | undefined): string[] {
  const known = texts.get(month) ?? new Map<string | undefined, string[]>();
  texts.set(month, known);
  const written = known.get(spaceId);
  if (written) return written;
  const days = daysFor(month.days, spaceId).map((day) =>
    JSON.stringify({ date: day.date, muhurat: day.muhurat, slots: day.slots.map(toJsonSlot) }),
  );
  known.set(spaceId, days);
  return days;
}

/** The days with the sessions of one space alone; all of them without one. */
export function daysFor(days: AvailabilityDay[], spaceId: string | undefined): AvailabilityDay[] {
  if (spaceId === undefined) return days;
  return days.map((day) => ({ ...day, slots: day.slots.filter((slot) => slot.spaceId === spaceId) }));
}
