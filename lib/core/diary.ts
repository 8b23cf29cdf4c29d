import type { BookingStatus } from "./booking-state";
import { isOpen } from "./booking-status";
import { addDays, addMonths, isoWeekday, type LocalDate } from "./local-date";
import type { LocalText } from "./locale";
import type { Paise } from "./money";

/** `YYYY-MM-DDTHH:MM` on the venue's wall clock: what a diary is drawn by, so that no time zone goes to the browser. */
export type LocalDateTime = string;

type Span = { starts: LocalDateTime; ends: LocalDateTime };

export type DiaryView = "week" | "month";

/** One function of a booking as it stands in the diary. */
export type DiaryBar = Span & {
  /** The function's own id. */
  id: string;
  bookingId: string;
  number: string;
  title: string;
  /** What is celebrated: a key of the functions' names, or a text of the hall's own. */
  name: string;
  status: BookingStatus;
  isOption: boolean;
  spaceId: string;
  slotId: string | null;
  date: LocalDate;
  /** Claimed before the start and after the end. */
  setupMinutes: number;
  cleanupMinutes: number;
  guests: number;
  customer: { name: string | null; phone: string };
  takenBy: string | null;
  totalPaise: Paise;
  paidPaise: Paise;
  /** RFC 3339; when a hold, a request or an option lapses. */
  holdExpiresAt: string | null;
  /** The booking's version that this shows: a move that saw another one is refused. */
  version: number;
};

export type DiaryClosure = Span & { id: string; reason: string; partIds: string[] };

export type DiarySpace = { id: string; name: LocalText; capacity: number; partIds: string[] };

export type DiarySlot = {
  id: string;
  name: LocalText;
  spaceIds: string[];
  startTime: string;
  lengthMinutes: number;
  weekdays: number[];
};

export type Diary = { bars: DiaryBar[]; closures: DiaryClosure[]; muhurat: LocalDate[] };

const MINUTE = 60_000;
const DAY = 1440;
const WEEK = 7;

/** Minutes on the clock's face from midnight of `day` to `at`. */
export function minutesFrom(day: LocalDate, at: LocalDateTime): number {
  return (Date.parse(`${at}:00Z`) - Date.parse(`${day}T00:00:00Z`)) / MINUTE;
}

/** On the clock's face, `YYYY-MM-DDTHH:MM`: no zone, no clock change. */
export function addMinutes(at: LocalDateTime, minutes: number): LocalDateTime {
  return new Date(Date.parse(`${at}:00Z`) + minutes * MINUTE).toISOString().slice(0, 16);
}

/** The Mondays of the weeks that a view of a date shows: that week, or each that has a day of that month. */
export function weeksOf(view: DiaryView, date: LocalDate): LocalDate[] {
  const mondayOf = (day: LocalDate) => addDays(day, 1 - isoWeekday(day));
  if (view === "week") return [mondayOf(date)];
  const first = `${date.slice(0, 7)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const weeks: LocalDate[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, WEEK)) weeks.push(monday);
  return weeks;
}

/** First and last day on show. */
export function rangeOf(view: DiaryView, date: LocalDate): { from: LocalDate; to: LocalDate } {
  const weeks = weeksOf(view, date);
  return { from: weeks[0] ?? date, to: addDays(weeks.at(-1) ?? date, WEEK - 1) };
}

type Standing = Pick<DiaryBar, "status" | "holdExpiresAt">;

/** Whether a bar still claims its time: what has lapsed is gone, whether or not anybody has written that down. */
export function stillStands({ status, holdExpiresAt }: Standing, now: number): boolean {
  return !isOpen(status) || holdExpiresAt === null || Date.parse(holdExpiresAt) > now;
}

/** What may be moved by the hall. A family's hold is the family's until it has paid or asked. */
export const isMovable = ({ status }: Pick<DiaryBar, "status">): boolean =>
  status === "pending" || status === "confirmed";

/** What a space's row shows: bookings that claim it, and, for one that is made of others, which of those are taken. */
export type DiaryRow = { space: DiarySpace; bars: DiaryBar[]; closures: DiaryClosure[]; others: DiaryBar[] };

/** A row a space. A part shows the bookings of the whole as its own; the whole tells which of its parts are taken. */
export function rowsOf(spaces: readonly DiarySpace[], { bars, closures }: Diary): DiaryRow[] {
  const partsOf = new Map(spaces.map(({ id, partIds }) => [id, partIds]));
  return spaces.map((space) => {
    const isWhole = space.partIds.length > 1;
    const touches = (bar: DiaryBar) =>
      (partsOf.get(bar.spaceId) ?? [bar.spaceId]).some((id) => space.partIds.includes(id));
    const touching = bars.filter(touches);
    return {
      space,
      bars: isWhole ? touching.filter(({ spaceId }) => spaceId === space.id) : touching,
      others: isWhole ? touching.filter(({ spaceId }) => spaceId !== space.id) : [],
      closures: closures.filter(({ partIds }) => partIds.some((id) => space.partIds.includes(id))),
    };
  });
}

export type Placed<T> = {
  item: T;
  /** Columns, 0 to 6, both included. */
  first: number;
  last: number;
  /** The first lane from above, and how many it takes. */
  lane: number;
  lanes: number;
  comesFrom: boolean;
  goesOn: boolean;
};

/** A night's end belongs to the evening before: until six in the morning a bar does not reach into the next column. */
const NIGHT_ENDS = 6 * 60;
const AFTERNOON = 15 * 60;
const WHOLE_DAY = 10 * 60;

/** The columns of a week that a span covers, or null where it is elsewhere. */
export function columnsOf({ starts, ends }: Span, monday: LocalDate) {
  const start = minutesFrom(monday, starts);
  const end = minutesFrom(monday, ends);
  const from = Math.floor(start / DAY);
  const until = Math.floor((end - 1) / DAY);
  const to = until > from && end - until * DAY <= NIGHT_ENDS ? until - 1 : until;
  if (to < 0 || from >= WEEK) return null;
  return { first: Math.max(0, from), last: Math.min(WEEK - 1, to), comesFrom: from < 0, goesOn: to >= WEEK };
}

/**
 * Places the spans of one row in one week: morning above, evening below, a whole day over both, and never one on another.
 * There are two lanes, and more only where more happens.
 */
export function placeInWeek<T extends Span>(
  items: readonly T[],
  monday: LocalDate,
): { lanes: number; placed: Placed<T>[] } {
  const inWeek = items
    .flatMap((item) => {
      const columns = columnsOf(item, monday);
      return columns ? [{ item, ...columns }] : [];
    })
    .toSorted((a, b) => (a.item.starts < b.item.starts ? -1 : a.item.starts > b.item.starts ? 1 : 0));
  const taken: boolean[][] = [[], []];
  const isFree = (lane: number, first: number, last: number) => !taken[lane]?.slice(first, last + 1).some(Boolean);
  const placed = inWeek.map((one): Placed<T> => {
    const isAlone = inWeek.every((other) => other === one || other.last < one.first || other.first > one.last);
    const length = minutesFrom(monday, one.item.ends) - minutesFrom(monday, one.item.starts);
    if (isAlone && length >= WHOLE_DAY) return { ...one, lane: 0, lanes: 0 };
    const wished = minutesFrom(one.item.starts.slice(0, 10), one.item.starts) < AFTERNOON ? 0 : 1;
    const order = [wished, ...Array.from({ length: taken.length + 1 }, (_, lane) => lane)];
    const lane = order.find((each) => isFree(each, one.first, one.last)) ?? taken.length;
    const row = taken[lane] ?? [];
    taken[lane] = row;
    for (let column = one.first; column <= one.last; column++) row[column] = true;
    return { ...one, lane, lanes: 1 };
  });
  const lanes = taken.length;
  return { lanes, placed: placed.map((one) => (one.lanes === 0 ? { ...one, lanes } : one)) };
}

/** The sessions of a space that could still be booked on a day, in the order of the clock. */
export function freeSlots(
  row: DiaryRow,
  date: LocalDate,
  slots: readonly DiarySlot[],
  buffers: { setupMinutes: number; cleanupMinutes: number },
): DiarySlot[] {
  const claims = [
    ...[...row.bars, ...row.others].map((bar) => ({
      from: minutesFrom(date, bar.starts) - bar.setupMinutes,
      until: minutesFrom(date, bar.ends) + bar.cleanupMinutes,
    })),
    ...row.closures.map(({ starts, ends }) => ({ from: minutesFrom(date, starts), until: minutesFrom(date, ends) })),
  ];
  return slots
    .filter(({ spaceIds, weekdays }) => spaceIds.includes(row.space.id) && weekdays.includes(isoWeekday(date)))
    .filter(({ startTime, lengthMinutes }) => {
      const start = minutesFrom(date, `${date}T${startTime}`);
      const from = start - buffers.setupMinutes;
      const until = start + lengthMinutes + buffers.cleanupMinutes;
      return claims.every((claim) => claim.until <= from || until <= claim.from);
    })
    .toSorted((a, b) =>
      a.startTime === b.startTime ? a.lengthMinutes - b.lengthMinutes : a.startTime < b.startTime ? -1 : 1,
    );
}

/** The session that a function becomes when its end is drawn to a later day: the shortest that begins then and reaches it. */
export function slotReaching(
  bar: Pick<DiaryBar, "starts" | "ends" | "spaceId" | "date">,
  lastDay: LocalDate,
  slots: readonly DiarySlot[],
): DiarySlot | null {
  const start = minutesFrom(bar.date, bar.starts);
  const before = minutesFrom(bar.date, bar.ends);
  const fits = slots.filter(({ spaceIds, weekdays, startTime, lengthMinutes }) => {
    const from = minutesFrom(bar.date, `${bar.date}T${startTime}`);
    const end = from + lengthMinutes;
    const reached = addDays(bar.date, Math.floor((end - 1) / DAY));
    return (
      spaceIds.includes(bar.spaceId) &&
      weekdays.includes(isoWeekday(bar.date)) &&
      from <= start &&
      end > before &&
      reached >= lastDay
    );
  });
  return fits.toSorted((a, b) => a.lengthMinutes - b.lengthMinutes)[0] ?? null;
}
