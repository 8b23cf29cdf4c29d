import type { Space } from "./availability";
import type { DayLike } from "./availability-filter";
import { daysBetween, type LocalDate } from "./local-date";
import type { Paise } from "./money";

export type Alternative = {
  date: LocalDate;
  spaceId: string;
  slotId: string;
  pricePaise: Paise;
  why: "other-space" | "other-session" | "nearest-date";
};

type Asked = {
  days: readonly DayLike[];
  spaces: readonly Pick<Space, "id" | "capacity">[];
  /** `isNear`: times of one's own were asked for, and this is the session that comes nearest to them. */
  wanted: { date: LocalDate; spaceId: string; slotId: string; isNear?: boolean };
  guests: number;
};

const MOST = 6;

/** What to offer for a taken slot: another space then, another session that day, the nearest free dates; at most six. */
export function alternatives({ days, spaces, wanted, guests }: Asked): Alternative[] {
  const seats = new Set(spaces.filter((space) => space.capacity >= guests).map((space) => space.id));
  const offer = (
    day: DayLike,
    why: Alternative["why"],
    fits: (slot: DayLike["slots"][number]) => boolean,
  ): Alternative[] =>
    day.slots
      .filter((slot) => slot.state === "free" && seats.has(slot.spaceId) && fits(slot))
      .map(({ spaceId, slotId, pricePaise }) => ({ date: day.date, spaceId, slotId, pricePaise, why }));

  const sameDay = days.filter((day) => day.date === wanted.date);
  const byDistance = days
    .filter((day) => day.date !== wanted.date)
    .toSorted((a, b) => Math.abs(daysBetween(wanted.date, a.date)) - Math.abs(daysBetween(wanted.date, b.date)));
  const same = (slot: DayLike["slots"][number]) => slot.slotId === wanted.slotId && slot.spaceId === wanted.spaceId;
  return [
    ...sameDay
      .flatMap((day) => offer(day, "other-space", (slot) => slot.slotId === wanted.slotId && !same(slot)))
      .slice(0, 2),
    ...sameDay
      .flatMap((day) =>
        offer(day, "other-session", (slot) => slot.spaceId === wanted.spaceId && (wanted.isNear || !same(slot))),
      )
      .slice(0, 2),
    ...byDistance.flatMap((day) => offer(day, "nearest-date", same)),
  ].slice(0, MOST);
}
