import { expect, test } from "vitest";
import { shareOf, sumOccupancy } from "./occupancy-sums";

const part = (date: string, partId: string, sold: number, taken: string[]) => ({
  ...{ date, partId, sold, sellable: 2 },
  sessions: ["morning", "evening"].map((slotId) => ({ slotId, isTaken: taken.includes(slotId) })),
});

test("the same sessions are counted by month, part, weekday, session and kind of day", () => {
  // 2027-01-31 is a Sunday, 2027-02-01 a Monday.
  const sums = sumOccupancy(
    [
      part("2027-01-31", "hall", 2, ["morning", "evening"]),
      part("2027-01-31", "lawn", 0, []),
      part("2027-02-01", "hall", 1, ["evening"]),
      part("2027-02-01", "lawn", 0, []),
    ],
    new Set(["2027-01-31"]),
  );
  expect(sums.total).toEqual({ sold: 3, sellable: 8 });
  expect(sums.months).toEqual({ "2027-01": { sold: 2, sellable: 4 }, "2027-02": { sold: 1, sellable: 4 } });
  expect(sums.parts).toEqual({ hall: { sold: 3, sellable: 4 }, lawn: { sold: 0, sellable: 4 } });
  expect(sums.weekdays).toEqual({ "7": { sold: 2, sellable: 4 }, "1": { sold: 1, sellable: 4 } });
  expect(sums.sessions).toEqual({ morning: { sold: 1, sellable: 4 }, evening: { sold: 2, sellable: 4 } });
  expect([sums.muhurat, sums.ordinary, sums.days]).toEqual([
    { sold: 2, sellable: 4 },
    { sold: 1, sellable: 4 },
    { muhurat: 1, ordinary: 1 },
  ]);
});

test("where nothing was for sale nothing was full or empty", () => {
  expect(shareOf({ sold: 0, sellable: 0 })).toBeNull();
  expect(shareOf({ sold: 1, sellable: 4 })).toBe(0.25);
});
