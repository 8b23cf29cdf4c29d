import type { Actor } from "./actor";
import type { Paise } from "./money";
import type { PaymentTerms } from "./payment-terms";
import { mayDo } from "./permissions";
import { type Quote, type QuoteLine, quoteOf, taxed } from "./quote";

export type Discount = { paise: Paise; reason: string };

/** Per cent of a total. */
export type DiscountLimits = { staffPercent: number; managerPercent: number };

/** The most that somebody may take off a total, in paise, rounded down: staff and managers to the hall's limits, an owner all of it. */
export function mostDiscount(actor: Actor, totalPaise: Paise, limits: DiscountLimits): Paise {
  if (!mayDo(actor, "booking.discount")) return 0;
  if (mayDo(actor, "booking.discount-above-limit")) return totalPaise;
  const isStaff = actor.kind === "staff" && actor.role === "staff";
  return Math.floor((totalPaise * (isStaff ? limits.staffPercent : limits.managerPercent)) / 100);
}

/**
 * A quote with something taken off, never below zero. A discount agreed before the event lowers the taxable value (CGST Act
 * 2017 §15(3)(a)), so it is spread over the quote's rates in proportion, a line for each, and takes their GST along.
 */
export function withDiscount(quote: Quote, { paise, reason }: Discount, terms: PaymentTerms): Quote {
  return quoteOf([...quote.lines, ...discountLines(quote.lines, Math.min(paise, quote.totalPaise), reason)], terms);
}

/** What a quote's lines take off, in paise. */
export function discountOf(lines: readonly Pick<QuoteLine, "kind" | "amountPaise">[]): Paise {
  return lines.reduce((sum, line) => (line.kind === "discount" ? sum - line.amountPaise : sum), 0);
}

function discountLines(lines: readonly QuoteLine[], paise: Paise, reason: string): QuoteLine[] {
  const groups = [...Map.groupBy(lines, ({ gstRate, sac }) => `${gstRate} ${sac}`).values()].flatMap((same) => {
    const [first] = same;
    const amount = same.reduce((sum, line) => sum + line.amountPaise, 0);
    return first && amount > 0 ? [{ gstRate: first.gstRate, sac: first.sac, amount }] : [];
  });
  let left = Math.max(0, paise);
  let rest = groups.reduce((sum, { amount }) => sum + amount, 0);
  return groups.flatMap(({ gstRate, sac, amount }) => {
    // Of what is left in proportion to what is left: the last group takes exactly the remainder.
    const part = Math.min(amount, Math.round((left * amount) / rest));
    left -= part;
    rest -= amount;
    if (part === 0) return [];
    return taxed({
      ...{ kind: "discount", functionIndex: null, refId: `discount-${gstRate}-${sac}`, label: { en: reason } },
      ...{ unit: "booking", quantity: 1, unitPricePaise: -part, amountPaise: -part, gstRate, sac },
    });
  });
}
