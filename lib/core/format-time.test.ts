import { describe, expect, test } from "vitest";
import { type DateStyle, endsNextDay, formatDate, formatDay, formatMonth } from "./format-time";
import type { Locale } from "./locale";
import { periodOf } from "./period";

const ZONE = "Asia/Kolkata";

describe("a day in words", () => {
  test.each<[Locale, DateStyle, string]>([
    ["mr", "full", "रविवार, ७ फेब्रुवारी २०२७"],
    ["hi", "full", "रविवार, ७ फ़रवरी २०२७"],
    ["en", "full", "Sunday, 7 February 2027"],
    ["mr", "long", "७ फेब्रुवारी २०२७"],
    ["hi", "long", "७ फ़रवरी २०२७"],
    ["en", "long", "7 February 2027"],
    ["mr", "short", "रवि ७ फेब्रु"],
    ["en", "short", "Sun 7 Feb"],
    ["mr", "day", "रवि ७"],
    ["hi", "day", "रवि ७"],
    ["en", "day", "Sun 7"],
  ])("%s, %s: %s", (locale, style, text) => {
    expect(formatDate("2027-02-07", locale, style)).toBe(text);
  });

  test("a month", () => {
    expect([formatMonth("2027-02", "mr"), formatMonth("2027-02", "en")]).toEqual(["फेब्रुवारी २०२७", "February 2027"]);
  });
});

test("an instant's day is told on the hall's own calendar", () => {
  const at = new Date("2027-02-06T19:30:00Z");
  expect(formatDay(at, "en", ZONE, "short")).toBe("Sun 7 Feb");
  expect(formatDay(at, "en", "Europe/London", "short")).toBe("Sat 6 Feb");
});

test("a hall day ends on the next day, an evening does not, not even at midnight", () => {
  expect(endsNextDay(periodOf("2027-02-07", "16:00", 1380, ZONE), ZONE)).toBe(true);
  expect(endsNextDay(periodOf("2027-02-07", "16:00", 480, ZONE), ZONE)).toBe(false);
});
