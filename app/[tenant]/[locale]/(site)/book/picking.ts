import type { SearchParams, Wish } from "@/components/booking/wish";
import { type WantedFunction, wantedFunction } from "@/lib/bookings/input";
import { functionNames } from "@/lib/core/event-names";
import { addDays, addMonths, isLocalDate, type LocalDate } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import type { Venue } from "@/lib/venues/types";

export type Picking = {
  /** The place in the wish that is being chosen; one past the last adds a function. */
  index: number;
  date: LocalDate;
  min: LocalDate;
  max: LocalDate;
};

/** Which function is being chosen, on which day; null when nothing is. Without any function the first one always is. */
export function readPicking(params: SearchParams, wish: Wish, venue: Venue, now: Date): Picking | null {
  const count = wish.functions.length;
  if (count > 0 && params.pick === undefined) return null;
  const asked = params.pick === "new" ? count : Number(params.pick ?? count);
  const index = Number.isInteger(asked) && asked >= 0 && asked < count ? asked : count;
  const min = todayIn(now, venue.settings.timeZone);
  const max = addMonths(min, venue.settings.horizonMonths);
  const date = typeof params.date === "string" && isLocalDate(params.date) ? params.date : firstDate(wish, min);
  return { index, date: date < min ? min : date > max ? max : date, min, max };
}

/** Another function of the same family is most often near the first; a first one, not tomorrow. */
function firstDate(wish: Wish, today: LocalDate): LocalDate {
  const first = wish.functions[0];
  if (!first) return addDays(today, 30);
  return "slotId" in first ? first.date : first.startsAt.slice(0, 10);
}

/** The wish with a function set in a place. A second and later one is not a second wedding. */
export function withFunction(wish: Wish, index: number, where: Omitted): Wish {
  const name = wish.functions[index]?.name ?? (index === 0 ? "wedding" : "reception");
  const functions = [...wish.functions];
  functions[index] = { ...where, name };
  return { ...wish, functions };
}

type WithoutName<T> = T extends { name: string } ? Omit<T, "name"> : never;
type Omitted = WithoutName<WantedFunction>;

/** The answer of the form for own times, or null. */
export function readCustomTimes({ space, start, end }: SearchParams): Omitted | null {
  const read = wantedFunction.safeParse({ spaceId: space, startsAt: start, endsAt: end, name: functionNames[0] });
  if (!read.success || "slotId" in read.data) return null;
  const { spaceId, startsAt, endsAt } = read.data;
  return { spaceId, startsAt, endsAt };
}
