import type { AvailabilityDay, AvailableSlot } from "./availability";
import type { LocalDate } from "./local-date";
import type { Paise } from "./money";

export type CalendarChange = {
  /** Free sessions that cost more, and less, than before. */
  dearer: number;
  cheaper: number;
  /** Sessions that were not free and are, and the other way round. */
  opened: number;
  closed: number;
  /** The first few whose price changes. */
  examples: { date: LocalDate; spaceId: string; slotId: string; beforePaise: Paise; afterPaise: Paise }[];
};

const EXAMPLES = 3;

/** How what families may book differs between two readings of one calendar. */
export function compareCalendars(
  before: readonly AvailabilityDay[],
  after: readonly AvailabilityDay[],
): CalendarChange {
  const was = freeOf(before);
  const is = freeOf(after);
  const change: CalendarChange = { dearer: 0, cheaper: 0, opened: 0, closed: 0, examples: [] };
  for (const [key, { date, offer }] of is) {
    const known = was.get(key);
    if (!known) {
      change.opened++;
      continue;
    }
    const [beforePaise, afterPaise] = [known.offer.pricePaise, offer.pricePaise];
    if (beforePaise === afterPaise) continue;
    if (afterPaise > beforePaise) change.dearer++;
    else change.cheaper++;
    if (change.examples.length < EXAMPLES) {
      change.examples.push({ date, spaceId: offer.spaceId, slotId: offer.slotId, beforePaise, afterPaise });
    }
  }
  for (const key of was.keys()) if (!is.has(key)) change.closed++;
  return change;
}

function freeOf(days: readonly AvailabilityDay[]): Map<string, { date: LocalDate; offer: AvailableSlot }> {
  return new Map(
    days.flatMap(({ date, slots }) =>
      slots
        .filter(({ state }) => state === "free")
        .map((offer) => [`${date} ${offer.spaceId} ${offer.slotId}`, { date, offer }] as const),
    ),
  );
}
