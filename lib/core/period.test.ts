import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays } from "./local-date";
import {
  customPeriod,
  localDateOf,
  localDateTimeOf,
  mergePeriods,
  minutesIn,
  overlaps,
  type Period,
  periodOf,
  startOfDay,
  withBuffers,
} from "./period";

const ZONES = ["Asia/Kolkata", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"];

test("a hall day runs over midnight", () => {
  const period = periodOf("2027-02-07", "16:00", 1380, "Asia/Kolkata");
  expect(period.startsAt.toISOString()).toBe("2027-02-07T10:30:00.000Z");
  expect(localDateTimeOf(period.endsAt, "Asia/Kolkata")).toBe("2027-02-08T15:00");
});

test("a session keeps its wall-clock times when clocks change, and so changes its length", () => {
  const spring = periodOf("2027-03-27", "16:00", 1380, "Europe/London");
  expect(localDateTimeOf(spring.endsAt, "Europe/London")).toBe("2027-03-28T15:00");
  expect(minutesIn(spring)).toBe(1380 - 60);
  const autumn = periodOf("2027-10-30", "16:00", 1380, "Europe/London");
  expect(minutesIn(autumn)).toBe(1380 + 60);
});

test("in any zone a period starts on its own day and time, unless the clock skips it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 4, max: 23 }),
      (zone, offset, hour) => {
        const date = addDays("2024-01-01", offset);
        const { startsAt } = periodOf(date, `${String(hour).padStart(2, "0")}:00`, 60, zone);
        expect(localDateTimeOf(startsAt, zone)).toBe(`${date}T${String(hour).padStart(2, "0")}:00`);
        expect(startOfDay(date, zone) <= startsAt).toBe(true);
        expect(localDateOf(startOfDay(date, zone), zone)).toBe(date);
      },
    ),
  );
});

test("no period is empty or inverted, whatever the clocks do", () => {
  // Days on which clocks change in these zones, and their neighbours.
  const changes = ["2027-03-14", "2027-11-07", "2027-03-28", "2027-10-31", "2027-04-04", "2027-10-03", "2027-06-15"];
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.constantFrom(...changes),
      fc.integer({ min: 0, max: 24 * 12 - 1 }),
      fc.integer({ min: 5, max: 2880 }),
      (zone, date, fives, minutes) => {
        const start = `${String(Math.floor(fives / 12)).padStart(2, "0")}:${String((fives % 12) * 5).padStart(2, "0")}`;
        const period = periodOf(date, start, minutes, zone);
        expect(minutesIn(period)).toBeGreaterThan(0);
        expect(Math.abs(minutesIn(period) - minutes)).toBeLessThanOrEqual(60);
      },
    ),
    { numRuns: 1000 },
  );
});

test("a session that starts in a skipped hour keeps its length", () => {
  // 28 March 2027: London goes from 01:00 straight to 02:00.
  const { startsAt, endsAt } = periodOf("2027-03-28", "01:30", 30, "Europe/London");
  expect([localDateTimeOf(startsAt, "Europe/London"), localDateTimeOf(endsAt, "Europe/London")]).toEqual([
    "2027-03-28T02:30",
    "2027-03-28T03:00",
  ]);
});

test("a wall-clock time and back is the same, and is what Temporal tells", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2040-01-01T00:00:00Z"), noInvalidDate: true }),
      (zone, at) => {
        const told = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
        expect(localDateTimeOf(at, zone)).toBe(told.toString({ smallestUnit: "minute" }));
        expect(localDateOf(at, zone)).toBe(told.toPlainDate().toString());
      },
    ),
  );
});

test("a day starts at its first instant, even where there is no midnight", () => {
  // Cairo skips the first hour of 30 April 2027.
  expect(localDateTimeOf(startOfDay("2027-04-30", "Africa/Cairo"), "Africa/Cairo")).toBe("2027-04-30T01:00");
  expect(startOfDay("2027-02-07", "Asia/Kolkata").toISOString()).toBe("2027-02-06T18:30:00.000Z");
});

describe("periods are half-open", () => {
  const at = (minute: number) => new Date(Date.UTC(2027, 0, 1) + minute * 60_000);
  const period = fc
    .tuple(fc.nat(500), fc.integer({ min: 1, max: 200 }))
    .map(([start, length]): Period => ({ startsAt: at(start), endsAt: at(start + length) }));
  const covers = (periods: Period[], minute: number) =>
    periods.some((one) => one.startsAt <= at(minute) && at(minute) < one.endsAt);

  test("touching is not overlapping", () => {
    expect(overlaps({ startsAt: at(0), endsAt: at(10) }, { startsAt: at(10), endsAt: at(20) })).toBe(false);
    expect(overlaps({ startsAt: at(0), endsAt: at(11) }, { startsAt: at(10), endsAt: at(20) })).toBe(true);
  });

  test("two overlap exactly when they share a minute", () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const shared = Array.from({ length: 701 }, (_, minute) => minute).some(
          (minute) => covers([a], minute) && covers([b], minute),
        );
        expect(overlaps(a, b)).toBe(shared);
      }),
    );
  });

  test("merging covers the same minutes with periods that neither touch nor overlap", () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 8 }), (periods) => {
        const merged = mergePeriods(periods);
        for (let minute = 0; minute <= 700; minute++) expect(covers(merged, minute)).toBe(covers(periods, minute));
        for (const [index, one] of merged.entries()) {
          const next = merged[index + 1];
          if (next) expect(one.endsAt < next.startsAt).toBe(true);
        }
      }),
    );
  });

  test("buffers widen on both sides", () => {
    const widened = withBuffers({ startsAt: at(60), endsAt: at(120) }, 30, 45);
    expect(widened).toEqual({ startsAt: at(30), endsAt: at(165) });
  });

  test("custom times are the venue's own", () => {
    expect(minutesIn(customPeriod("2027-02-07T10:00", "2027-02-07T14:30", "Asia/Kolkata"))).toBe(270);
    expect(minutesIn(customPeriod("2027-02-07T10:00", "2027-02-07T09:00", "Asia/Kolkata"))).toBe(-60);
  });

  test.each(["2027-02-30T10:00", "2027-02-07T24:00", "2027-02-07 10:00", "2027-02-07", "", "2027-02-07T10:00Z"])(
    "%j is no time",
    (text) => {
      expect(() => customPeriod("2027-02-07T10:00", text, "Asia/Kolkata")).toThrow("INVALID_INPUT");
    },
  );
});
