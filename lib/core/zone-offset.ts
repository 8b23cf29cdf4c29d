import { Temporal } from "temporal-polyfill";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** No clock on earth is further behind UTC, or ahead of it. */
const [BEHIND, AHEAD] = [12 * HOUR, 14 * HOUR];
const MOST_DAYS = 20_000;

/** By zone and UTC day: the offset of a day on which clocks do not change, null for one on which they do. */
const known = new Map<string, Map<number, number | null>>();

/** How far a zone's clocks are ahead of UTC, in milliseconds. Temporal is asked once a day: it costs ten times as much. */
export function offsetAt(at: number, timeZone: string): number {
  return ofDay(Math.floor(at / DAY), timeZone) ?? exactly(at, timeZone);
}

/** The offset of a wall-clock time (as if it were UTC), or null where clocks change so near that only Temporal can tell. */
export function offsetOfWallClock(local: number, timeZone: string): number | null {
  const last = Math.floor((local + BEHIND) / DAY);
  let day = Math.floor((local - AHEAD) / DAY);
  const offset = ofDay(day, timeZone);
  while (day < last) if (ofDay(++day, timeZone) !== offset) return null;
  return offset;
}

function ofDay(day: number, timeZone: string): number | null {
  const days = known.get(timeZone) ?? new Map<number, number | null>();
  const found = days.get(day);
  if (found !== undefined) return found;
  const offset = exactly(day * DAY, timeZone);
  const isSteady = offset === exactly((day + 1) * DAY, timeZone);
  if (days.size >= MOST_DAYS) days.clear();
  known.set(timeZone, days.set(day, isSteady ? offset : null));
  return isSteady ? offset : null;
}

function exactly(at: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000;
}
