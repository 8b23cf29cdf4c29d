import "server-only";
import * as z from "zod";
import type { AvailabilityDay, AvailableSlot, SlotState } from "@/lib/core/availability";
import { monthDates } from "@/lib/core/local-date";
import type { Month } from "./month";

const MINUTE = 60_000;
const LONGEST_LIFE_MS = 26 * 60 * MINUTE;
const STATES = ["free", "held", "booked", "closed", "past"] as const satisfies readonly SlotState[];

/** Index of the slot's id, of the space's id, start in minutes since 1970, length, index of the state, paise, held until in ms. */
const slot = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int(), z.int().nullable()]);
const stored = z.object({
  until: z.int(),
  ids: z.array(z.uuid()),
  days: z.array(z.object({ muhurat: z.boolean(), slots: z.array(slot) })),
});
type Stored = z.infer<typeof stored>;

/** What the shared cache holds for a month: a tenth of the API's text, since two years of it may travel at once. */
export function writeMonth({ until, days }: Month): string {
  const ids: string[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (id: string): number => {
    const known = indexes.get(id) ?? ids.push(id) - 1;
    indexes.set(id, known);
    return known;
  };
  const packed: Stored = {
    until,
    ids,
    days: days.map(({ muhurat, slots }) => ({
      muhurat,
      slots: slots.map((one) => [
        indexOf(one.slotId),
        indexOf(one.spaceId),
        one.startsAt.getTime() / MINUTE,
        (one.endsAt.getTime() - one.startsAt.getTime()) / MINUTE,
        STATES.indexOf(one.state),
        one.pricePaise,
        one.heldUntil?.getTime() ?? null,
      ]),
    })),
  };
  return JSON.stringify(packed);
}

function unpacked(
  [slotAt, spaceAt, start, length, stateAt, pricePaise, held]: Stored["days"][number]["slots"][number],
  ids: string[],
): AvailableSlot | null {
  const slotId = ids[slotAt];
  const spaceId = ids[spaceAt];
  const state = STATES[stateAt];
  if (slotId === undefined || spaceId === undefined || state === undefined) return null;
  const times = { startsAt: new Date(start * MINUTE), endsAt: new Date((start + length) * MINUTE) };
  return { slotId, spaceId, ...times, state, pricePaise, heldUntil: held === null ? null : new Date(held) };
}

/** Null for anything but that month (`YYYY-MM`), whole, and true at `now` (milliseconds): a cache is not trusted. */
export function readMonth(text: string, month: string, now: number): Month | null {
  const parsed = stored.safeParse(fromJson(text)).data;
  if (!parsed || parsed.until <= now || parsed.until > now + LONGEST_LIFE_MS) return null;
  const dates = monthDates(month);
  if (parsed.days.length !== dates.length) return null;
  const days: AvailabilityDay[] = [];
  for (const [index, { muhurat, slots }] of parsed.days.entries()) {
    const offered = slots.map((one) => unpacked(one, parsed.ids));
    const date = dates[index];
    if (date === undefined || !offered.every((one) => one !== null)) return null;
    days.push({ date, muhurat, slots: offered });
  }
  return { until: parsed.until, days };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
