import { type Paise, percentOf } from "./money";

export type CancellationTier = { daysBefore: number; refundPercent: number };
export type CancellationTerms = {
  tiers: CancellationTier[];
  freeDateChanges: number;
  /** The last day for a date change, in days before the first function. */
  dateChangeDaysBefore: number;
};

/** Refund due on what was paid. Tiers apply from the most generous down; after the last, nothing. */
export function refundDue(tiers: readonly CancellationTier[], paid: Paise, daysLeft: number): Paise {
  const tier = tiers.toSorted((a, b) => b.daysBefore - a.daysBefore).find((one) => daysLeft >= one.daysBefore);
  return percentOf(paid, tier?.refundPercent ?? 0);
}

export function mayChangeDateFree(terms: CancellationTerms, changesSoFar: number, daysLeft: number): boolean {
  return changesSoFar < terms.freeDateChanges && daysLeft >= terms.dateChangeDaysBefore;
}
