import fc from "fast-check";
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
  });
});
