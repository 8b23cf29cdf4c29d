import type { TakeBookingInput, WantedFunction } from "@/lib/bookings/input";
import { asciiDigits } from "@/lib/core/digits";
import type { FunctionName } from "@/lib/core/event-names";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import type { Paise } from "@/lib/core/money";
import type { HandMethod } from "@/lib/core/payment-method";

/** `slotId` null: times of one's own, which `start` and `end` hold. */
export type DraftFunction = {
  /** Tells one row of the form from another. */
  key: string;
  name: FunctionName;
  dateText: string;
  date: LocalDate | null;
  spaceId: string;
  slotId: string | null;
  start: string;
  end: string;
  isOwnTimes: boolean;
};

export type Standing = "paid" | "link" | "option" | "sure";

/** All that was typed, as it was typed: nothing of it is lost while it is not yet right. */
export type Draft = {
  venueId: string;
  source: TakeBookingInput["source"];
  phone: string;
  name: string;
  email: string;
  language: Locale;
  functions: DraftFunction[];
  guests: string;
  title: string;
  wishes: string;
  /** How many of each extra, by id. */
  extras: Record<string, string>;
  discount: string;
  reason: string;
  standing: Standing;
  method: HandMethod;
  /** Null: the advance as it is asked for. */
  amount: string | null;
  reference: string;
  untilText: string;
  until: LocalDate | null;
};

export function blankFunction(name: FunctionName): DraftFunction {
  const key = crypto.randomUUID();
  return { key, name, dateText: "", date: null, spaceId: "", slotId: null, start: "", end: "", isOwnTimes: false };
}

/** Whole rupees or with paise, with or without commas and the sign, in any digits; null for what is no amount. */
export function paiseOf(text: string): Paise | null {
  const plain = asciiDigits(text).replace(/[\s,₹]/g, "");
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

/** A count of one or more, in any digits; null for what is none. */
export function countOf(text: string): number | null {
  const plain = asciiDigits(text).replace(/[\s,]/g, "");
  return /^\d{1,6}$/.test(plain) && Number(plain) > 0 ? Number(plain) : null;
}

export function wantedOf({ functions }: Pick<Draft, "functions">): WantedFunction[] {
  return functions.flatMap((one): WantedFunction[] => {
    const { name, spaceId, slotId, date, start, end } = one;
    if (!spaceId || !date) return [];
    if (one.isOwnTimes) {
      return start && end ? [{ name, spaceId, startsAt: `${date}T${start}`, endsAt: endOf(date, start, end) }] : [];
    }
    return slotId ? [{ name, spaceId, slotId, date }] : [];
  });
}

/** An end on the clock before the start is of the next day. */
function endOf(date: LocalDate, start: string, end: string): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return `${end > start ? date : next}T${end}`;
}

export function extrasOf({ extras }: Pick<Draft, "extras">): { addOnId: string; quantity: number }[] {
  return Object.entries(extras).flatMap(([addOnId, text]) => {
    const quantity = countOf(text);
    return quantity === null ? [] : [{ addOnId, quantity }];
  });
}

/** The occasion that functions belong to: a haldi is a part of a wedding. */
export function eventOf(name: FunctionName): TakeBookingInput["eventType"] {
  return name === "haldi" || name === "sangeet" ? "wedding" : name;
}

export type Field =
  | "phone"
  | "name"
  | "email"
  | "guests"
  | "reason"
  | "discount"
  | "amount"
  | "reference"
  | "until"
  | `date${number}`
  | `session${number}`;
export type Complaints = Partial<Record<Field, "required" | "date" | "invalid">>;

/** What is missing or cannot be read, by field, in the order of the page. Whether it is allowed is the server's to say. */
export function complaintsOf(draft: Draft): Complaints {
  const found: Complaints = {};
  if (draft.phone.trim() === "") found.phone = "required";
  if (draft.name.trim().length < 2) found.name = "required";
  draft.functions.forEach((one, index) => {
    if (!one.date) found[`date${index}`] = one.dateText.trim() ? "date" : "required";
    else if (!one.spaceId || (one.isOwnTimes ? !one.start || !one.end : !one.slotId)) {
      found[`session${index}`] = "required";
    }
  });
  if (countOf(draft.guests) === null) found.guests = draft.guests.trim() ? "invalid" : "required";
  if (draft.discount.trim()) {
    if (paiseOf(draft.discount) === null) found.discount = "invalid";
    else if (draft.reason.trim().length < 2) found.reason = "required";
  }
  if (draft.standing === "paid") {
    if (draft.amount !== null && !paiseOf(draft.amount)) found.amount = "invalid";
    if (draft.method !== "cash" && !draft.reference.trim()) found.reference = "required";
  }
  if (isKept(draft) && !draft.until) found.until = draft.untilText.trim() ? "date" : "required";
  return found;
}

/** Kept until a day: whoever gets a link has until then to pay by it. */
const isKept = ({ standing }: Draft) => standing === "option" || standing === "link";

type Shown = { totalPaise: Paise; advancePaise: Paise; title: string };

/** The wish as the verb takes it; of a draft without complaints. */
export function inputOf(
  draft: Draft,
  { totalPaise, advancePaise, title }: Shown,
): Omit<TakeBookingInput, "idempotencyKey"> {
  const discountPaise = paiseOf(draft.discount) ?? 0;
  const amountPaise = draft.amount === null ? advancePaise : (paiseOf(draft.amount) ?? 0);
  const isPaid = draft.standing === "paid" && amountPaise > 0;
  const first = draft.functions[0]?.name ?? "wedding";
  return {
    venueId: draft.venueId,
    source: draft.source,
    customer: {
      phone: draft.phone.trim(),
      name: draft.name.trim(),
      ...(draft.email.trim() ? { email: draft.email.trim() } : {}),
    },
    locale: draft.language,
    functions: wantedOf(draft),
    guests: countOf(draft.guests) ?? 0,
    addOns: extrasOf(draft),
    eventType: eventOf(first),
    eventTitle: draft.title.trim() || title,
    ...(draft.wishes.trim() ? { specialRequests: draft.wishes.trim() } : {}),
    ...(discountPaise > 0 ? { discount: { paise: discountPaise, reason: draft.reason.trim() } } : {}),
    ...(isPaid
      ? {
          advance: {
            method: draft.method,
            amountPaise,
            ...(draft.method === "cash" ? {} : { reference: draft.reference.trim() }),
          },
        }
      : {}),
    standing: isKept(draft) && draft.until ? { kind: "option", until: draft.until } : { kind: "sure" },
    shownTotalPaise: totalPaise,
  };
}
