import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { offsetAt, offsetOfWallClock } from "./zone-offset";

const ZONES = [
  ...["Asia/Kolkata", "Asia/Kathmandu", "UTC", "Europe/Berlin", "America/New_York", "America/St_Johns"],
  ...["Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Casablanca", "Asia/Beirut"],
];
const HOUR = 3_600_000;

test.each(ZONES)("in %s every hour of two years is what Temporal says, read twice", (zone) => {
  const first = Date.UTC(2026, 0, 1);
  let asked = 0;
  for (let n = 0; n < 2 * 365 * 24; n++) {
    const at = first + n * HOUR;
    const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const offset = zoned.offsetNanoseconds / 1_000_000;
    if (offsetAt(at, zone) !== offset)
      expect.fail(`${new Date(at).toISOString()}: ${offsetAt(at, zone)}, not ${offset}`);
    const wall = at + offset;
    const told = offsetOfWallClock(wall, zone);
    if (told === null) asked += 1;
    else if (told !== offset) expect.fail(`${new Date(wall).toISOString()} by the clock: ${told}, not ${offset}`);
  }
  // Only round about a change is Temporal asked.
  expect(asked).toBeLessThan(24 * 3 * 8 * 2);
});
