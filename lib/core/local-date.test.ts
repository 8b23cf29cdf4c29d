import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, datesBetween, daysBetween, isLocalDate, isoWeekday, monthDates } from "./local-date";

const date = fc
  .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

test("adding days and counting them are inverse", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      expect(isoWeekday(addDays(from, 7))).toBe(isoWeekday(from));
    }),
  );
});

test("a month later is the same day or the month's last", () => {
  expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
  expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
  expect(addMonths("2027-03-15", -14)).toBe("2026-01-15");
});

test("a month has its days, a range both its ends", () => {
  expect(monthDates("2028-02")).toHaveLength(29);
  expect(monthDates("2026-12").at(-1)).toBe("2026-12-31");
  expect(datesBetween("2026-12-31", "2027-01-02")).toEqual(["2026-12-31", "2027-01-01", "2027-01-02"]);
  expect(datesBetween("2027-01-02", "2027-01-01")).toEqual([]);
});

test("Monday is 1 and Sunday is 7", () => {
  expect([isoWeekday("2027-02-01"), isoWeekday("2027-02-07")]).toEqual([1, 7]);
});

test("only days that exist are days", () => {
  expect(["2027-02-28", "2028-02-29"].map(isLocalDate)).toEqual([true, true]);
  expect(["2027-02-29", "2027-13-01", "2027-1-1", "", "tomorrow"].map(isLocalDate)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
