import type { QuoteInput, WantedFunction } from "@/lib/bookings/input";
import { readCount } from "@/lib/core/digits";
import { type EventType, eventTypes, functionNames, MOST_FUNCTIONS } from "@/lib/core/event-names";
import type { Locale } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { formatFunctions, parseFunctions } from "./functions-param";

export type WishedAddOn = {
  addOnId: string;
  /** Null: as many as the unit suggests, e.g. one plate a guest. */
  quantity: number | null;
};

/** Everything that a family has chosen so far and that may stand in an address: nothing in it is personal. */
export type Wish = {
  venue: string | null;
  functions: WantedFunction[];
  guests: number | null;
  eventType: EventType | null;
  addOns: WishedAddOn[];
};

export type SearchParams = Record<string, string | string[] | undefined>;
export type StepName = "when" | "event" | "extras" | "review" | "login";

export const STEP_PATHS = {
  when: "/book",
  event: "/book/event",
  extras: "/book/extras",
  review: "/book/review",
  login: "/book/login",
} as const satisfies Record<StepName, string>;

const MAX_ADD_ONS = 50;

/** Reads an address. What makes no sense is left out, so that an old or shortened link still opens. */
export function readWish(params: SearchParams): Wish {
  return {
    venue: all(params.venue).at(0) ?? null,
    functions: readFunctions(all(params.f).slice(0, MOST_FUNCTIONS), all(params.as)),
    guests: count(all(params.guests).at(0)),
    eventType: eventTypes.find((type) => type === all(params.type).at(0)) ?? null,
    addOns: [...new Set(all(params.with))]
      .filter((id) => /^[0-9a-f-]{36}$/.test(id))
      .slice(0, MAX_ADD_ONS)
      .map((addOnId) => ({ addOnId, quantity: count(all(params[`q.${addOnId}`]).at(0)) })),
  };
}

/** The same as name and value pairs, for an address or for a form's hidden fields. */
export function wishPairs(wish: Wish): [string, string][] {
  return [
    ...(wish.venue ? [["venue", wish.venue] satisfies [string, string]] : []),
    ...wish.functions.flatMap((one): [string, string][] => [
      ["f", functionParam(one)],
      ["as", one.name],
    ]),
    ...(wish.guests ? [["guests", String(wish.guests)] satisfies [string, string]] : []),
    ...(wish.eventType ? [["type", wish.eventType] satisfies [string, string]] : []),
    ...wish.addOns.flatMap(({ addOnId, quantity }): [string, string][] => [
      ["with", addOnId],
      ...(quantity ? [[`q.${addOnId}`, String(quantity)] satisfies [string, string]] : []),
    ]),
  ];
}

/** The address of a step that keeps the whole wish. */
export function stepHref(locale: Locale, step: StepName, wish: Wish, extra: Record<string, string> = {}): string {
  const query = new URLSearchParams([...wishPairs(wish), ...Object.entries(extra)]);
  return `${localePath(locale, STEP_PATHS[step])}?${query}`;
}

/** What the server prices; guests matter only to capacity until they are known. */
export function toQuoteInput(wish: Wish, venue: { id: string; addOns: { id: string; unit: string }[] }): QuoteInput {
  const guests = wish.guests ?? 1;
  return {
    venueId: venue.id,
    functions: wish.functions,
    guests,
    addOns: wish.addOns.flatMap(({ addOnId, quantity }) => {
      const offered = venue.addOns.find((one) => one.id === addOnId);
      return offered ? [{ addOnId, quantity: quantity ?? defaultQuantity(offered.unit, guests) }] : [];
    }),
  };
}

type Session = { date: string; spaceId: string; slotId: string };

/** Whether a function is this very session. */
export function isSession(one: WantedFunction | undefined, { date, spaceId, slotId }: Session): boolean {
  return one !== undefined && "slotId" in one && one.slotId === slotId && one.spaceId === spaceId && one.date === date;
}

/** The wish with another session in the place of one function, which keeps what it is for. */
export function replaced(wish: Wish, index: number, { date, spaceId, slotId }: Session): Wish {
  return {
    ...wish,
    functions: wish.functions.map((one, each) => (each === index ? { name: one.name, date, spaceId, slotId } : one)),
  };
}

export const DEFAULT_HOURS = 4;

export function defaultQuantity(unit: string, guests: number): number {
  if (unit === "guest") return guests;
  return unit === "hour" ? DEFAULT_HOURS : 1;
}

/** `f` says where and when, the `as` beside it what for. */
function readFunctions(values: string[], names: string[]): WantedFunction[] {
  return values.flatMap((value, index): WantedFunction[] => {
    const [choice] = parseFunctions(value);
    if (!choice) return [];
    const name = functionNames.find((each) => each === names[index]) ?? (index === 0 ? "wedding" : "other");
    return choice.kind === "slot"
      ? [{ name, spaceId: choice.spaceId, slotId: choice.slotId, date: choice.date }]
      : [{ name, spaceId: choice.spaceId, startsAt: choice.start, endsAt: choice.end }];
  });
}

export function functionParam(one: WantedFunction): string {
  const choice =
    "slotId" in one
      ? ({ kind: "slot", date: one.date, spaceId: one.spaceId, slotId: one.slotId } as const)
      : ({ kind: "custom", spaceId: one.spaceId, start: one.startsAt, end: one.endsAt } as const);
  return formatFunctions([choice]).join("");
}

function all(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

const count = (text: string | undefined) => readCount(text ?? "", 100_000);
