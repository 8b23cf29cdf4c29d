import { expect, test } from "vitest";
import { addDays } from "./local-date";
import { periodOf } from "./period";
import { checkWindow, type VenueSettings } from "./venue-settings";

const ZONE = "Asia/Kolkata";
const NOW = new Date("2027-02-05T06:30:00Z"); // 12:00 at the hall
const SETTINGS: VenueSettings = {
  timeZone: ZONE,
  currency: "INR",
  setupMinutes: 0,
  cleanupMinutes: 0,
  leadMinutes: 1440,
  horizonMonths: 24,
  minMinutes: 120,
  maxMinutes: 1440,
  holdMinutes: 15,
  answerMinutes: 60,
  confirmation: "approval",
  payAtHall: true,
  customTimes: "everyone",
};

const check = (date: string, start: string, minutes: number, more: Partial<VenueSettings> = {}) =>
  checkWindow(periodOf(date, start, minutes, ZONE), { ...SETTINGS, ...more }, NOW);

test("in order, not past, not too soon, too far, too short or too long", () => {
  expect(check("2027-02-07", "16:00", 300)).toBeNull();
  expect(check("2027-02-07", "16:00", 0)).toBe("INVERTED");
  expect(check("2027-02-04", "16:00", 300)).toBe("IN_THE_PAST");
  expect(check("2027-02-06", "11:00", 300)).toBe("LEAD_TIME");
  expect(check("2029-02-06", "11:00", 300)).toBe("BEYOND_HORIZON");
  expect(check("2027-02-07", "16:00", 60)).toBe("TOO_SHORT");
  expect(check("2027-02-07", "16:00", 10 * 365 * 1440)).toBe("TOO_LONG");
});

test("each limit belongs to what is allowed", () => {
  expect(check("2027-02-06", "12:00", 300)).toBeNull();
  expect(check("2029-02-05", "23:59", 300)).toBeNull();
  expect(check("2027-02-07", "16:00", 120)).toBeNull();
  expect(check("2027-02-07", "16:00", 1440)).toBeNull();
});

test("without a lead time what starts now has begun, and what starts in a minute has not", () => {
  expect(check("2027-02-05", "12:00", 300, { leadMinutes: 0 })).toBe("IN_THE_PAST");
  expect(check("2027-02-05", "12:01", 300, { leadMinutes: 0 })).toBeNull();
});

test("times the wrong way round are inverted, wherever they lie", () => {
  for (const offset of [-10, 0, 10, 10_000]) {
    const { startsAt, endsAt } = periodOf(addDays("2027-02-07", offset), "10:00", 60, ZONE);
    expect(checkWindow({ startsAt: endsAt, endsAt: startsAt }, SETTINGS, NOW)).toBe("INVERTED");
  }
});
