import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
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

test("every calendar step is what Temporal would take", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -600, max: 600 }), (from, count) => {
      const day = Temporal.PlainDate.from(from);
      expect(addDays(from, count)).toBe(day.add({ days: count }).toString());
      expect(addMonths(from, count)).toBe(day.add({ months: count }).toString());
      expect(isoWeekday(from)).toBe(day.dayOfWeek);
      expect(monthDates(from.slice(0, 7))).toHaveLength(day.daysInMonth);
    }),
  );
});

test("the year 99 is not 1999", () => {
  expect(addDays("0099-12-31", 1)).toBe("0100-01-01");
  expect(isLocalDate("0099-12-31")).toBe(true);
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
