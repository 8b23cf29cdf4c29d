import { isoWeekday, type LocalDate } from "./local-date";
import type { Occupancy, PartDay } from "./occupancy";

export const NO_OCCUPANCY: Occupancy = { sold: 0, sellable: 0 };

export const addOccupancy = (a: Occupancy, b: Occupancy): Occupancy => ({
  sold: a.sold + b.sold,
  sellable: a.sellable + b.sellable,
});

/** Part of what could be sold that was, 0 to 1; null where nothing was for sale. */
export const shareOf = ({ sold, sellable }: Occupancy): number | null => (sellable === 0 ? null : sold / sellable);

export type OccupancySums = {
  total: Occupancy;
  /** By `YYYY-MM`, part, ISO weekday. */
  months: Record<string, Occupancy>;
  parts: Record<string, Occupancy>;
  weekdays: Record<string, Occupancy>;
  /** By session: on how many days, part by part, it was on sale, and on how many a booking stood in its time. */
  sessions: Record<string, Occupancy>;
  muhurat: Occupancy;
  ordinary: Occupancy;
  days: { muhurat: number; ordinary: number };
};

/** How full a hall was, from every side that one asks it from. */
export function sumOccupancy(partDays: readonly PartDay[], muhuratDates: ReadonlySet<LocalDate>): OccupancySums {
  const months: Record<string, Occupancy> = {};
  const parts: Record<string, Occupancy> = {};
  const weekdays: Record<string, Occupancy> = {};
  const sessions: Record<string, Occupancy> = {};
  const days = { muhurat: new Set<LocalDate>(), ordinary: new Set<LocalDate>() };
  const kinds = { muhurat: NO_OCCUPANCY, ordinary: NO_OCCUPANCY };
  let total = NO_OCCUPANCY;
  const count = (sums: Record<string, Occupancy>, key: string, one: Occupancy) => {
    sums[key] = addOccupancy(sums[key] ?? NO_OCCUPANCY, one);
  };
  for (const day of partDays) {
    const one = { sold: day.sold, sellable: day.sellable };
    const kind = muhuratDates.has(day.date) ? "muhurat" : "ordinary";
    total = addOccupancy(total, one);
    kinds[kind] = addOccupancy(kinds[kind], one);
    days[kind].add(day.date);
    count(months, day.date.slice(0, 7), one);
    count(parts, day.partId, one);
    count(weekdays, String(isoWeekday(day.date)), one);
    for (const { slotId, isTaken } of day.sessions) count(sessions, slotId, { sold: isTaken ? 1 : 0, sellable: 1 });
  }
  return {
    ...{ total, months, parts, weekdays, sessions, ...kinds },
    days: { muhurat: days.muhurat.size, ordinary: days.ordinary.size },
  };
}
