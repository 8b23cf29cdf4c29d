import { addDays, isLocalDate, type LocalDate } from "./local-date";

/** Closed on the same days of each year: `startsOn` is `MM-DD`. */
export type YearlyDays = { startsOn: string; days: number };

/**
 * The years of it that are not over on `from` and begin no later than `to`, as first and last day. The 29th of February is
 * the 28th in other years.
 */
export function yearsOf(
  { startsOn, days }: YearlyDays,
  from: LocalDate,
  to: LocalDate,
): { from: LocalDate; to: LocalDate }[] {
  const first = Number(from.slice(0, 4)) - 1;
  const last = Number(to.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const asked = `${first + index}-${startsOn}`;
    const start = isLocalDate(asked) ? asked : `${first + index}-02-28`;
    return { from: start, to: addDays(start, days - 1) };
  }).filter((year) => year.to >= from && year.from <= to);
}
