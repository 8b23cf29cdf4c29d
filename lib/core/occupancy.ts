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

/**
 * How full each day is: of the most sessions that could follow one another in each part of the hall, those that cannot be
 * sold any more because of a booking. A full day counts as the sessions that it takes the place of; closed time was never
 * for sale; a hold or a request has sold nothing yet.
 */
export function occupancyOf({ from, to, spaces, slots, claims, settings }: Input): Map<LocalDate, Occupancy> {
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
  return new Map(
    datesBetween(from, to).map((date) => {
      const sessions = slots.flatMap((slot) => {
        const period = expandSlot(slot, date, settings.timeZone);
        const { setupMinutes, cleanupMinutes } = settings;
        return period ? [{ spaceIds: slot.spaceIds, period: withBuffers(period, setupMinutes, cleanupMinutes) }] : [];
      });
      let sold = 0;
      let sellable = 0;
      for (const { id } of parts) {
        const offered = sessions.filter(({ spaceIds }) => spaceIds.includes(id)).map(({ period }) => period);
        const open = mostInTurn(offered.filter((period) => isFree(closed.get(id), period)));
        sellable += open;
        sold += open - mostInTurn(offered.filter((period) => isFree(taken.get(id), period)));
      }
      return [date, { sold, sellable }];
    }),
  );
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
