import type { Period } from "./period";

/** Things that happen in periods, sorted by start, so that those which touch a period are found without reading all. */
export type PeriodIndex<T extends { period: Period }> = {
  items: readonly T[];
  /** The latest end among an item and all before it: it never falls, so it can be searched. */
  latestEnds: readonly number[];
};

/** Sorted once, so that what overlaps a period is found without looking at all. */
export function indexPeriods<T extends { period: Period }>(items: readonly T[]): PeriodIndex<T> {
  const sorted = items.toSorted((a, b) => a.period.startsAt.getTime() - b.period.startsAt.getTime());
  let latest = Number.NEGATIVE_INFINITY;
  const latestEnds = sorted.map(({ period }) => {
    latest = Math.max(latest, period.endsAt.getTime());
    return latest;
  });
  return { items: sorted, latestEnds };
}

/** What overlaps a period, half-open, by start. */
export function touching<T extends { period: Period }>({ items, latestEnds }: PeriodIndex<T>, period: Period): T[] {
  const from = period.startsAt.getTime();
  const until = period.endsAt.getTime();
  const found: T[] = [];
  for (let index = firstAbove(latestEnds, from); index < items.length; index++) {
    const item = items[index];
    if (!item || item.period.startsAt.getTime() >= until) break;
    if (item.period.endsAt.getTime() > from) found.push(item);
  }
  return found;
}

/** The index of the first of ascending numbers that is above a limit. */
function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
