import { type Paise, percentOf } from "./money";

export type PaymentTerms = {
  advance: { kind: "percent"; percent: number } | { kind: "amount"; paise: Paise };
  /** Days before the first function by which the balance is due. */
  balanceDueDays: number;
  /** Refundable security deposit, taken at the hall, apart from the price. */
  depositPaise: Paise;
};

/** The advance on a total: never above it. */
export function advanceOn(totalPaise: Paise, terms: PaymentTerms): Paise {
  const asked = terms.advance.kind === "percent" ? percentOf(totalPaise, terms.advance.percent) : terms.advance.paise;
  return Math.max(0, Math.min(asked, totalPaise));
}
