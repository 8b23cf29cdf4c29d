import { expect, test } from "vitest";
import { bookingNumber, financialYear } from "./booking-number";
import { endsNextDay, formatDate, formatTime } from "./format-time";
import { textIn } from "./locale";
import { periodOf } from "./period";
import { assertMay, mayDo } from "./permissions";
import { checkWindow, type VenueSettings } from "./venue-settings";

test("numbers are read aloud over the phone: prefix, year, four digits", () => {
  expect([bookingNumber("PAR", 2026, 1), bookingNumber("PAR", 2026, 12345)]).toEqual([
    "PAR-2026-0001",
    "PAR-2026-12345",
  ]);
});

test("India's year of account runs from April to March", () => {
  expect(["2027-03-31", "2027-04-01", "1999-12-31"].map(financialYear)).toEqual(["2026-27", "2027-28", "1999-00"]);
});

test("a name missing in a language is told in English", () => {
  expect([textIn({ en: "Hall", mr: "हॉल" }, "mr"), textIn({ en: "Hall" }, "hi")]).toEqual(["हॉल", "Hall"]);
});

test("dates and times in three languages, in their own digits", () => {
  expect(formatDate("2027-02-07", "mr")).toBe("रविवार, ७ फेब्रुवारी २०२७");
  expect(formatDate("2027-02-07", "hi", "long")).toBe("७ फ़रवरी २०२७");
  expect(formatDate("2027-02-07", "en")).toBe("Sunday, 7 February 2027");
  expect(formatTime(new Date("2027-02-07T10:30:00Z"), "en", "Asia/Kolkata")).toBe("4:00 pm");
});

test("a hall day ends on the next day, an evening does not, not even at midnight", () => {
  expect(endsNextDay(periodOf("2027-02-07", "16:00", 1380, "Asia/Kolkata"), "Asia/Kolkata")).toBe(true);
  expect(endsNextDay(periodOf("2027-02-07", "16:00", 480, "Asia/Kolkata"), "Asia/Kolkata")).toBe(false);
});

test("families hold and pay, the hall answers, only jobs carry out refunds", () => {
  const family = { kind: "customer", userId: "u", phone: "+919876543210" } as const;
  const staff = { kind: "staff", userId: "s", role: "staff" } as const;
  expect([mayDo(family, "booking.hold"), mayDo(family, "booking.approve"), mayDo(staff, "booking.approve")]).toEqual([
    true,
    false,
    true,
  ]);
  expect(mayDo(staff, "refund.carry-out")).toBe(false);
  expect(() => assertMay(family, "booking.reject")).toThrow("FORBIDDEN");
});

test("a venue's window: in order, not past, not too soon, too far, too short or too long", () => {
  const settings: VenueSettings = {
    ...{
      timeZone: "Asia/Kolkata",
      currency: "INR",
      setupMinutes: 0,
      cleanupMinutes: 0,
      leadMinutes: 1440,
      horizonMonths: 24,
    },
    ...{
      minMinutes: 120,
      maxMinutes: 1440,
      holdMinutes: 15,
      answerMinutes: 60,
      confirmation: "approval",
      payAtHall: true,
      customTimes: "everyone",
    },
  };
  const now = new Date("2027-02-05T06:30:00Z");
  const check = (date: string, start: string, minutes: number) =>
    checkWindow(periodOf(date, start, minutes, "Asia/Kolkata"), settings, now);
  expect(check("2027-02-07", "16:00", 300)).toBeNull();
  expect(check("2027-02-07", "16:00", -60)).toBe("INVERTED");
  expect(check("2027-02-04", "16:00", 300)).toBe("IN_THE_PAST");
  expect(check("2027-02-06", "11:00", 300)).toBe("LEAD_TIME");
  expect(check("2029-02-06", "11:00", 300)).toBe("BEYOND_HORIZON");
  expect(check("2027-02-07", "16:00", 60)).toBe("TOO_SHORT");
  expect(check("2027-02-07", "16:00", 10 * 365 * 1440)).toBe("TOO_LONG");
});
