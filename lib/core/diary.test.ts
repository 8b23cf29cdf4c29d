import { describe, expect, test } from "vitest";
import {
  columnsOf,
  type DiaryBar,
  type DiarySpace,
  freeSlots,
  placeInWeek,
  rangeOf,
  rowsOf,
  slotReaching,
  stillStands,
  weeksOf,
} from "./diary";

const text = (en: string) => ({ en });
const hall: DiarySpace = { id: "hall", name: text("Hall"), capacity: 500, partIds: ["hall"] };
const lawn: DiarySpace = { id: "lawn", name: text("Lawn"), capacity: 900, partIds: ["lawn"] };
const whole: DiarySpace = { id: "whole", name: text("Whole"), capacity: 1400, partIds: ["hall", "lawn"] };
const MONDAY = "2027-02-01";
const week = [1, 2, 3, 4, 5, 6, 7];
const slot = (id: string, startTime: string, lengthMinutes: number) => ({
  ...{ id, name: text(id), spaceIds: ["hall", "whole"], startTime, lengthMinutes, weekdays: week },
});
const SLOTS = [
  slot("morning", "09:00", 360),
  slot("evening", "16:00", 420),
  slot("hall-day", "16:00", 1380),
  slot("full-day", "09:00", 840),
];

const bar = (id: string, starts: string, ends: string, spaceId = "hall"): DiaryBar => ({
  ...{ id, bookingId: id, number: id, title: id, name: "wedding", status: "confirmed", isOption: false, spaceId },
  ...{ slotId: null, date: starts.slice(0, 10), starts, ends, setupMinutes: 30, cleanupMinutes: 30, guests: 10 },
  ...{
    customer: { name: null, phone: "" },
    takenBy: null,
    totalPaise: 0,
    paidPaise: 0,
    holdExpiresAt: null,
    version: 1,
  },
});
const diaryOf = (...bars: DiaryBar[]) => ({ bars, closures: [], muhurat: [] });

describe("which days are on show", () => {
  test("a week begins on Monday, a month shows whole weeks", () => {
    expect(rangeOf("week", "2027-02-07")).toEqual({ from: MONDAY, to: "2027-02-07" });
    expect(weeksOf("month", "2027-02-14")).toEqual([MONDAY, "2027-02-08", "2027-02-15", "2027-02-22"]);
    expect(rangeOf("month", "2027-05-31")).toEqual({ from: "2027-04-26", to: "2027-06-06" });
  });
});

describe("columns", () => {
  test("an evening that ends at night stays in its day, a hall day reaches into the next", () => {
    const of = (starts: string, ends: string) => columnsOf({ starts, ends }, MONDAY);
    expect(of("2027-02-05T16:00", "2027-02-06T01:00")).toMatchObject({ first: 4, last: 4 });
    expect(of("2027-02-05T16:00", "2027-02-06T15:00")).toMatchObject({ first: 4, last: 5 });
    expect(of("2027-01-31T16:00", "2027-02-01T15:00")).toMatchObject({ first: 0, last: 0, comesFrom: true });
    expect(of("2027-02-07T16:00", "2027-02-08T15:00")).toMatchObject({ first: 6, last: 6, goesOn: true });
    expect(of("2027-02-08T00:00", "2027-02-08T05:00")).toBeNull();
  });
});

describe("lanes", () => {
  const place = (...bars: DiaryBar[]) => placeInWeek(bars, MONDAY);
  test("morning stands above, evening below, a whole day takes both", () => {
    const { lanes, placed } = place(
      bar("e", "2027-02-02T16:00", "2027-02-02T23:00"),
      bar("m", "2027-02-02T09:00", "2027-02-02T15:00"),
      bar("f", "2027-02-04T09:00", "2027-02-04T23:00"),
    );
    expect(lanes).toBe(2);
    expect(placed.map(({ item, lane, lanes }) => [item.id, lane, lanes])).toEqual([
      ["m", 0, 1],
      ["e", 1, 1],
      ["f", 0, 2],
    ]);
  });

  test("hall days one after another never cover each other", () => {
    const chain = [1, 2, 3, 4].map((day) => bar(`h${day}`, `2027-02-0${day}T16:00`, `2027-02-0${day + 1}T15:00`));
    const { lanes, placed } = place(...chain);
    expect(lanes).toBe(2);
    for (const a of placed) {
      for (const b of placed) {
        if (a === b || a.last < b.first || b.last < a.first) continue;
        expect(a.lane).not.toBe(b.lane);
      }
    }
  });

  test("three on one day get a third lane", () => {
    const hours = ["08:00", "09:00", "10:00"].map((hour, index) =>
      bar(`b${index}`, `2027-02-01T${hour}`, "2027-02-01T11:00"),
    );
    expect(place(...hours).lanes).toBe(3);
  });
});

describe("rows", () => {
  test("a part shows the bookings of the whole, the whole tells which parts are taken", () => {
    const inWhole = bar("w", "2027-02-01T09:00", "2027-02-01T23:00", "whole");
    const inHall = bar("h", "2027-02-02T09:00", "2027-02-02T23:00");
    const [hallRow, lawnRow, wholeRow] = rowsOf([hall, lawn, whole], diaryOf(inWhole, inHall));
    expect(hallRow?.bars).toEqual([inWhole, inHall]);
    expect(lawnRow?.bars).toEqual([inWhole]);
    expect(wholeRow).toMatchObject({ bars: [inWhole], others: [inHall] });
  });
});

test("a session is free only where its set-up and clean-up fit too", () => {
  const free = (...bars: DiaryBar[]) => {
    const [row] = rowsOf([hall], diaryOf(...bars));
    return row ? freeSlots(row, "2027-02-02", SLOTS, { setupMinutes: 30, cleanupMinutes: 30 }).map(({ id }) => id) : [];
  };
  expect(free()).toEqual(["morning", "full-day", "evening", "hall-day"]);
  expect(free(bar("m", "2027-02-02T09:00", "2027-02-02T15:00"))).toEqual(["evening", "hall-day"]);
  expect(free(bar("h", "2027-02-01T16:00", "2027-02-02T15:01"))).toEqual([]);
});

test("an evening drawn into the next day becomes the hall day", () => {
  const evening = bar("e", "2027-02-05T16:00", "2027-02-05T23:00");
  expect(slotReaching(evening, "2027-02-06", SLOTS)?.id).toBe("hall-day");
  expect(slotReaching(evening, "2027-02-07", SLOTS)).toBeNull();
});

test("a hold is gone at the instant that it lapses", () => {
  const hold = { status: "temp_hold", holdExpiresAt: "2027-02-01T10:00:00Z" } as const;
  expect(stillStands(hold, Date.parse(hold.holdExpiresAt) - 1)).toBe(true);
  expect(stillStands(hold, Date.parse(hold.holdExpiresAt))).toBe(false);
  expect(stillStands({ ...hold, status: "confirmed" }, Infinity)).toBe(true);
});
