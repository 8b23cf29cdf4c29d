import type { Occupancy } from "@/lib/core/occupancy";
import { NO_OCCUPANCY, shareOf } from "@/lib/core/occupancy-sums";
import { monthsOf } from "@/lib/core/report-period";
import type { BookedRow, Figures } from "@/lib/reports/types";

type Amount = { bookings: number; paise: number };

export const sumOf = (rows: readonly Amount[]): Amount =>
  rows.reduce((all, { bookings, paise }) => ({ bookings: all.bookings + bookings, paise: all.paise + paise }), {
    bookings: 0,
    paise: 0,
  });

export const averageOf = ({ bookings, paise }: Amount): number | null => (bookings === 0 ? null : paise / bookings);

export const standing = ({ booked }: Figures) => booked.filter(({ kind }) => kind === "booked");
export const calledOff = ({ booked }: Figures) => booked.filter(({ kind }) => kind === "cancelled");
export const inMonth = (rows: readonly BookedRow[], month: string) => rows.filter((row) => row.month === month);

/** Of all bookings that ever stood, those that were called off. */
export function cancelledShare(figures: Figures, month?: string): number | null {
  const of = (rows: BookedRow[]) => sumOf(month ? inMonth(rows, month) : rows).bookings;
  const cancelled = of(calledOff(figures));
  const all = cancelled + of(standing(figures));
  return all === 0 ? null : cancelled / all;
}

export function moneyOf({ money }: Figures, month?: string) {
  const rows = month ? money.filter((row) => row.month === month) : money;
  const inPaise = rows.reduce((sum, row) => sum + row.inPaise, 0);
  const outPaise = rows.reduce((sum, row) => sum + row.outPaise, 0);
  return { inPaise, outPaise, netPaise: inPaise - outPaise };
}

export const share = (occupancy: Occupancy | undefined) => shareOf(occupancy ?? NO_OCCUPANCY);

/** Each month with the one a year before, in order. */
export const monthPairs = (now: Figures, before: Figures): { month: string; earlier: string }[] => {
  const earlier = monthsOf(before.period);
  return monthsOf(now.period).map((month, n) => ({ month, earlier: earlier[n] ?? month }));
};
