import { AppError } from "@/lib/errors";
import { splitGst } from "./gst";
import type { LocalDate } from "./local-date";
import type { LocalText } from "./locale";
import { type Paise, roundPaise } from "./money";
import { advanceOn, type PaymentTerms } from "./payment-terms";
import { minutesIn, type Period } from "./period";
import { findPrice, type Price, type PriceRule, priceOf } from "./pricing";

export type AddOn = {
  id: string;
  name: LocalText;
  unit: "booking" | "guest" | "hour";
  unitPricePaise: Paise;
  gstRate: number;
  sac: string;
  maxQuantity: number | null;
};

export type QuoteLine = {
  kind: "space" | "adjustment" | "add_on" | "discount";
  functionIndex: number | null;
  /** Space, price rule, add-on, or what tells one discount line from another. */
  refId: string;
  label: LocalText;
  unit: "booking" | "guest" | "hour";
  quantity: number;
  unitPricePaise: Paise;
  /** GST included. */
  amountPaise: Paise;
  gstRate: number;
  sac: string;
  taxablePaise: Paise;
  gstPaise: Paise;
};

export type Quote = {
  lines: QuoteLine[];
  totalPaise: Paise;
  taxablePaise: Paise;
  gstPaise: Paise;
  advancePaise: Paise;
  balancePaise: Paise;
  /** Refundable, not part of the total. */
  depositPaise: Paise;
};

export type QuotedFunction = {
  spaceId: string;
  spaceName: LocalText;
  slotId: string | null;
  date: LocalDate;
  period: Period;
};

type Asked = {
  functions: readonly QuotedFunction[];
  guests: number;
  /** Where no quantity is given: all guests, the hours of all functions, or one. */
  addOns: readonly { addOn: AddOn; quantity?: number | undefined }[];
  prices: readonly Price[];
  rules: readonly PriceRule[];
  muhuratDates: ReadonlySet<LocalDate>;
  terms: PaymentTerms;
};

/** Every line of what a wish costs; sums of lines are the totals. @throws AppError PRICE_MISSING */
export function quoteBooking(asked: Asked): Quote {
  const lines = [
    ...asked.functions.flatMap((one, index) => functionLines(one, index, asked)),
    ...asked.addOns.map(({ addOn, quantity }) => addOnLine(addOn, quantity ?? usualQuantity(addOn, asked))),
  ];
  return quoteOf(lines, asked.terms);
}

/** The quote that lines come to under some terms. */
export function quoteOf(lines: QuoteLine[], terms: PaymentTerms): Quote {
  const sum = (field: "amountPaise" | "taxablePaise" | "gstPaise") =>
    lines.reduce((total, line) => total + line[field], 0);
  const totalPaise = sum("amountPaise");
  const advancePaise = advanceOn(totalPaise, terms);
  return {
    lines,
    totalPaise,
    taxablePaise: sum("taxablePaise"),
    gstPaise: sum("gstPaise"),
    advancePaise,
    balancePaise: totalPaise - advancePaise,
    depositPaise: terms.depositPaise,
  };
}

function functionLines(one: QuotedFunction, functionIndex: number, asked: Asked): QuoteLine[] {
  const priced = priceOf({ ...asked, ...one, isMuhurat: asked.muhuratDates.has(one.date) });
  if (!priced) throw new AppError("PRICE_MISSING", { spaceId: one.spaceId, slotId: one.slotId });
  const shared = { functionIndex, gstRate: priced.gstRate, sac: priced.sac };
  const hour = one.slotId === null ? findPrice(asked.prices, one.spaceId, null) : undefined;
  return [
    taxed({
      ...shared,
      kind: "space",
      refId: one.spaceId,
      label: one.spaceName,
      unit: hour ? "hour" : "booking",
      quantity: hour ? hoursIn(one.period) : 1,
      unitPricePaise: hour ? hour.amountPaise : priced.basePaise,
      amountPaise: priced.basePaise,
    }),
    ...priced.steps.map((step) =>
      taxed({
        ...shared,
        kind: "adjustment",
        refId: step.ruleId,
        label: step.label,
        unit: "booking",
        quantity: 1,
        unitPricePaise: step.amountPaise,
        amountPaise: step.amountPaise,
      }),
    ),
  ];
}

const hoursIn = (period: Period) => Math.max(0, minutesIn(period)) / 60;

function usualQuantity({ unit }: AddOn, { guests, functions }: Asked): number {
  switch (unit) {
    case "booking":
      return 1;
    case "guest":
      return guests;
    case "hour":
      return functions.reduce((hours, one) => hours + hoursIn(one.period), 0);
  }
}

function addOnLine(addOn: AddOn, quantity: number): QuoteLine {
  return taxed({
    kind: "add_on",
    functionIndex: null,
    refId: addOn.id,
    label: addOn.name,
    unit: addOn.unit,
    quantity,
    unitPricePaise: addOn.unitPricePaise,
    amountPaise: roundPaise(addOn.unitPricePaise * quantity),
    gstRate: addOn.gstRate,
    sac: addOn.sac,
  });
}

/** A line with the GST that its amount contains. */
export function taxed(line: Omit<QuoteLine, "taxablePaise" | "gstPaise">): QuoteLine {
  const { taxablePaise, gstPaise } = splitGst(line.amountPaise, line.gstRate);
  return { ...line, taxablePaise, gstPaise };
}
