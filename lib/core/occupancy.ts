import type { Claim, Space } from "./availability";
import { datesBetween, type LocalDate } from "./local-date";
import { type Period, withBuffers } from "./period";
import { indexPeriods, type PeriodIndex, touching } from "./period-index";
import { expandSlot, type Slot } from "./slots";
import type { VenueSettings } from "./venue-settings";

export type Occupancy = { sold: number; sellable: number };

type Input = {
  from: LocalDate;
  to: LocalDate;
  spaces: readonly Space[];
  slots: readonly Slot[];
  claims: readonly Claim[];
  settings: Pick<VenueSettings, "timeZone" | "setupMinutes" | "cleanupMinutes">;
};

/** One part of a hall on one day, with the sessions that were on sale there and whether one can still be had. */
export type PartDay = Occupancy & { date: LocalDate; partId: string; sessions: { slotId: string; isTaken: boolean }[] };

/**
 * How full each day is: of the most sessions that could follow one another in each part of the hall, those that cannot be
 * sold any more because of a booking. A full day counts as the sessions that it takes the place of; closed time was never
 * for sale; a hold or a request has sold nothing yet.
 */
export function occupancyOf(input: Input): Map<LocalDate, Occupancy> {
  const days = new Map(datesBetween(input.from, input.to).map((date) => [date, { sold: 0, sellable: 0 }]));
  for (const { date, sold, sellable } of partDaysOf(input)) {
    const day = days.get(date);
    if (day) days.set(date, { sold: day.sold + sold, sellable: day.sellable + sellable });
  }
  return days;
}

/** The same, part by part. */
export function partDaysOf({ from, to, spaces, slots, claims, settings }: Input): PartDay[] {
  const parts = spaces.filter(({ id, partIds }) => partIds.length === 1 && partIds[0] === id);
  const indexOf = (statuses: readonly string[]) => {
    const byPart = Map.groupBy(
      claims.filter(({ status }) => statuses.includes(status)),
      ({ partId }) => partId,
    );
    return new Map(parts.map(({ id }) => [id, indexPeriods(byPart.get(id) ?? [])]));
  };
  const closed = indexOf(["blackout"]);
  const taken = indexOf(["blackout", "confirmed", "completed"]);
  const isFree = (index: PeriodIndex<Claim> | undefined, period: Period) =>
    !index || touching(index, period).length === 0;
  return datesBetween(from, to).flatMap((date) => {
    const sessions = slots.flatMap((slot) => {
      const period = expandSlot(slot, date, settings.timeZone);
      const { setupMinutes, cleanupMinutes } = settings;
      const { id: slotId, spaceIds } = slot;
      return period ? [{ slotId, spaceIds, period: withBuffers(period, setupMinutes, cleanupMinutes) }] : [];
    });
    return parts.map(({ id }) => {
      const open = sessions
        .filter(({ spaceIds, period }) => spaceIds.includes(id) && isFree(closed.get(id), period))
        .map((session) => ({ ...session, isTaken: !isFree(taken.get(id), session.period) }));
      const left = open.filter(({ isTaken }) => !isTaken);
      const sellable = mostInTurn(open.map(({ period }) => period));
      return {
        ...{ date, partId: id, sellable, sold: sellable - mostInTurn(left.map(({ period }) => period)) },
        sessions: open.map(({ slotId, isTaken }) => ({ slotId, isTaken })),
      };
    });
  });
}

/** How many of these periods can follow one another at most: always the one that ends first. */
function mostInTurn(periods: readonly Period[]): number {
  let count = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { startsAt, endsAt } of periods.toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime())) {
    if (startsAt.getTime() < until) continue;
    count += 1;
    until = endsAt.getTime();
  }
  return count;
}
