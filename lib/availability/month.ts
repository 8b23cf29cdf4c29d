import "server-only";
import * as z from "zod";
import type { AvailabilityDay, AvailableSlot } from "@/lib/core/availability";
import { monthDates } from "@/lib/core/local-date";

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

export function daysFor(days: AvailabilityDay[], spaceId: string | undefined): AvailabilityDay[] {
  if (spaceId === undefined) return days;
  return days.map((day) => ({ ...day, slots: day.slots.filter((slot) => slot.spaceId === spaceId) }));
}

const instant = z.iso.datetime().transform((text) => new Date(text));

const storedMonth = z.object({
  until: z.number(),
  days: z.array(
    z.object({
      date: z.iso.date(),
      muhurat: z.boolean(),
      slots: z.array(
        z.object({
          slotId: z.uuid(),
          spaceId: z.uuid(),
          startsAt: instant,
          endsAt: instant,
          state: z.enum(["free", "held", "booked", "closed", "past"]),
          pricePaise: z.int(),
          heldUntil: instant.nullish().transform((at) => at ?? null),
        }),
      ),
    }),
  ),
});

/** What the shared cache holds for a month. */
export function writeMonth(month: Month): string {
  return `{"until":${month.until},"days":[${dayTexts(month, undefined).join(",")}]}`;
}

const LONGEST_LIFE_MS = 26 * 3_600_000;

/** Null for anything but that month (`YYYY-MM`), whole, and true at `now` (milliseconds): a cache is not trusted. */
export function readMonth(text: string, month: string, now: number): Month | null {
  try {
    const { data } = storedMonth.safeParse(JSON.parse(text));
    if (!data || data.until <= now || data.until > now + LONGEST_LIFE_MS) return null;
    const dates = monthDates(month);
    const whole = data.days.length === dates.length && data.days.every((day, index) => day.date === dates[index]);
    return whole ? data : null;
  } catch {
    return null;
  }
}
