import { isoWeekday, type LocalDate } from "./local-date";
import type { LocalText } from "./locale";
import { type Paise, percentOf, roundPaise } from "./money";
import { minutesIn, type Period } from "./period";

/** What a space costs for a slot, or (slot null) for an hour of custom times. GST is in the amount. */
export type Price = { spaceId: string; slotId: string | null; amountPaise: Paise; gstRate: number; sac: string };

export type PriceRule = {
  id: string;
  label: LocalText;
  position: number;
  /** Null: every space, every slot. */
  spaceId: string | null;
  slotId: string | null;
  when: { weekdays?: number[]; from?: LocalDate; to?: LocalDate; muhurat?: boolean };
  adjust: { kind: "percent"; percent: number } | { kind: "amount"; paise: Paise } | { kind: "set"; paise: Paise };
  /** No later rule after this one. */
  stop: boolean;
};

export type PriceStep = { ruleId: string; label: LocalText; amountPaise: Paise };
export type PricedSlot = { basePaise: Paise; gstRate: number; sac: string; steps: PriceStep[]; totalPaise: Paise };

/** The base price; `slotId` null asks for that of an hour. */
export function findPrice(prices: readonly Price[], spaceId: string, slotId: string | null): Price | undefined {
  return prices.find((price) => price.spaceId === spaceId && price.slotId === slotId);
}

/** In the order in which they apply. */
export function orderRules(rules: readonly PriceRule[]): PriceRule[] {
  return rules.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

type Asked = {
  spaceId: string;
  slotId: string | null;
  date: LocalDate;
  period: Period;
  prices: readonly Price[];
  rules: readonly PriceRule[];
  isMuhurat: boolean;
};

/**
 * A space's price on a day: base, then each rule that fits in order of position, applied to the amount so far and rounded
 * once, each a line that explains itself (a rule that changes nothing has none). Never below 0; null where there is no price.
 */
export function priceOf(asked: Asked): PricedSlot | null {
  const price = findPrice(asked.prices, asked.spaceId, asked.slotId);
  if (!price) return null;
  const basePaise =
    asked.slotId === null
      ? roundPaise((price.amountPaise * Math.max(0, minutesIn(asked.period))) / 60)
      : price.amountPaise;
  const steps: PriceStep[] = [];
  let totalPaise = basePaise;
  for (const rule of orderRules(asked.rules)) {
    if (!applies(rule, asked)) continue;
    const next = Math.max(0, adjusted(totalPaise, rule.adjust));
    if (next !== totalPaise) steps.push({ ruleId: rule.id, label: rule.label, amountPaise: next - totalPaise });
    totalPaise = next;
    if (rule.stop) break;
  }
  return { basePaise, gstRate: price.gstRate, sac: price.sac, steps, totalPaise };
}

function applies(rule: PriceRule, asked: Asked): boolean {
  const { when } = rule;
  return (
    (rule.spaceId === null || rule.spaceId === asked.spaceId) &&
    (rule.slotId === null || rule.slotId === asked.slotId) &&
    (when.weekdays === undefined || when.weekdays.includes(isoWeekday(asked.date))) &&
    (when.from === undefined || asked.date >= when.from) &&
    (when.to === undefined || asked.date <= when.to) &&
    (when.muhurat === undefined || when.muhurat === asked.isMuhurat)
  );
}

function adjusted(amount: Paise, adjust: PriceRule["adjust"]): Paise {
  switch (adjust.kind) {
    case "percent":
      return amount + percentOf(amount, adjust.percent);
    case "amount":
      return amount + adjust.paise;
    case "set":
      return adjust.paise;
  }
}
