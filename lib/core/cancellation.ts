import { daysBetween } from "./local-date";
import { type Paise, percentOf } from "./money";
import { localDateOf } from "./period";

export type CancellationTier = { daysBefore: number; refundPercent: number };
export type CancellationTerms = {
  tiers: CancellationTier[];
  freeDateChanges: number;
  /** The last day for a date change, in days before the first function. */
  dateChangeDaysBefore: number;
};

/** Whole local days from now until something starts, in an IANA zone; negative once its day has passed. */
export function daysUntil({ startsAt }: { startsAt: Date }, timeZone: string, now: Date): number {
  return daysBetween(localDateOf(now, timeZone), localDateOf(startsAt, timeZone));
}

/**
 * Refund due on what was paid, in paise, `daysLeft` whole local days before the first function. Tiers apply from the most
 * distant down, given in any order; after the last, nothing. "15 % deducted at 90 days" is `{ daysBefore: 90, refundPercent: 85 }`.
 */
export function refundDue(tiers: readonly CancellationTier[], paid: Paise, daysLeft: number): Paise {
  const tier = tiers.toSorted((a, b) => b.daysBefore - a.daysBefore).find((one) => daysLeft >= one.daysBefore);
  return percentOf(paid, tier?.refundPercent ?? 0);
}

/** Whether the terms' free date changes cover another one, `daysLeft` before the first function. */
export function mayChangeDateFree(terms: CancellationTerms, changesSoFar: number, daysLeft: number): boolean {
  return changesSoFar < terms.freeDateChanges && daysLeft >= terms.dateChangeDaysBefore;
}
