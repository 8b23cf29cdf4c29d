import { expect, test } from "vitest";
import type { VenueSettings } from "@/lib/core/venue-settings";
import type { Venue } from "@/lib/venues/types";
import { functionAt } from "./functions-at";

const space = (id: string, capacity: number, sortOrder = 0) => ({
  ...{ id, name: { en: id }, partIds: [id], capacity, sortOrder, about: { en: "" } },
  ...{ illustration: "hall", fromPricePaise: null },
});
const session = (id: string, startTime: string, lengthMinutes: number, spaceIds: string[], weekdays?: number[]) => ({
  ...{ id, spaceIds, name: { en: id }, startTime, lengthMinutes, sortOrder: 0 },
  weekdays: weekdays ?? [1, 2, 3, 4, 5, 6, 7],
});

function venue(timeZone = "Asia/Kolkata"): Venue {
  const settings: VenueSettings = {
    ...{ timeZone, currency: "INR", setupMinutes: 0, cleanupMinutes: 0, leadMinutes: 0, horizonMonths: 24 },
    ...{ minMinutes: 60, maxMinutes: 1440, holdMinutes: 15, answerMinutes: 60, confirmation: "approval" },
    ...{ payAtHall: true, customTimes: "everyone" },
  };
  return {
    ...{ id: "v", slug: "hall", name: { en: "Hall" }, about: { en: "" }, address: { en: "" } },
    ...{ latitude: 0, longitude: 0, phone: "", whatsapp: null, amenities: [], included: [], houseRules: [] },
    ...{ illustration: "hall", addOns: [], termsText: { en: "" }, settings },
    paymentTerms: { advance: { kind: "percent", percent: 25 }, balanceDueDays: 7, depositPaise: 0 },
    cancellationTerms: { tiers: [], freeDateChanges: 1, dateChangeDaysBefore: 30 },
    spaces: [space("big", 1200), space("lawn", 300, 2), space("hall", 300, 1), space("room", 80)],
    slots: [
      session("evening", "16:00", 420, ["hall", "big"]),
      session("night", "20:00", 480, ["hall"]),
      session("sunday", "09:00", 360, ["hall"], [7]),
    ],
  };
}

type Asked = Parameters<typeof functionAt>[1];
const asked = (startTs: string, endTs: string, spaceId?: string): Asked => ({
  ...{ startsAt: new Date(startTs), endsAt: new Date(endTs), spaceId, name: "wedding" },
});
const at = (startTs: string, endTs: string, spaceId?: string) =>
  functionAt(venue(), asked(startTs, endTs, spaceId), 100);

test.each([
  ["the evening", "2027-02-10T16:00:00+05:30", "2027-02-10T23:00:00+05:30", "evening", "2027-02-10"],
  ["the evening, in UTC", "2027-02-10T10:30:00Z", "2027-02-10T17:30:00Z", "evening", "2027-02-10"],
  [
    "a night that ends on the next day",
    "2027-02-10T20:00:00+05:30",
    "2027-02-11T04:00:00+05:30",
    "night",
    "2027-02-10",
  ],
  ["a Sunday's morning", "2027-02-14T09:00:00+05:30", "2027-02-14T15:00:00+05:30", "sunday", "2027-02-14"],
])("the times of %s are that session", (_what, startTs, endTs, slotId, date) => {
  expect(at(startTs, endTs, "hall")).toEqual({ spaceId: "hall", slotId, date, name: "wedding" });
});

test.each([
  ["begin a minute later", "2027-02-10T16:01:00+05:30", "2027-02-10T23:00:00+05:30", "hall"],
  ["end a minute later", "2027-02-10T16:00:00+05:30", "2027-02-10T23:01:00+05:30", "hall"],
  [
    "are a session's, in a space that does not offer it",
    "2027-02-10T16:00:00+05:30",
    "2027-02-10T23:00:00+05:30",
    "room",
  ],
  ["are a session's, on a weekday without it", "2027-02-10T09:00:00+05:30", "2027-02-10T15:00:00+05:30", "hall"],
])("times that %s are custom times, on the venue's own clock", (_what, startTs, endTs, spaceId) => {
  const clock = (text: string) => text.slice(0, 16);
  expect(at(startTs, endTs, spaceId)).toEqual({
    spaceId,
    startsAt: clock(startTs),
    endsAt: clock(endTs),
    name: "wedding",
  });
});

test("the clock is the venue's, whatever the caller writes its times in", () => {
  const times = asked("2027-07-01T20:00:00Z", "2027-07-02T00:00:00Z", "room");
  expect(functionAt(venue("America/New_York"), times, 10)).toMatchObject({
    startsAt: "2027-07-01T16:00",
    endsAt: "2027-07-01T20:00",
  });
});

test("without a space it is the smallest that seats the guests, of two alike the first in the venue's own order", () => {
  const spaceFor = (guests: number) =>
    functionAt(venue(), asked("2027-02-10T16:00:00+05:30", "2027-02-10T23:00:00+05:30"), guests);
  expect(spaceFor(80)).toMatchObject({ spaceId: "room" });
  expect(spaceFor(81)).toMatchObject({ spaceId: "hall", slotId: "evening" });
  expect(spaceFor(1200)).toMatchObject({ spaceId: "big", slotId: "evening" });
  expect(() => spaceFor(1201)).toThrow(expect.objectContaining({ code: "OVER_CAPACITY", details: { capacity: 1200 } }));
});

test.each([
  ["no time at all", "2027-02-10T16:00:00Z", "2027-02-10T16:00:00Z", "INVERTED_PERIOD"],
  ["an end before its start", "2027-02-10T16:00:00Z", "2027-02-10T15:00:00Z", "INVERTED_PERIOD"],
  ["a start between two minutes", "2027-02-10T16:00:30Z", "2027-02-10T18:00:00Z", "INVALID_INPUT"],
  ["the year nought", "0000-01-01T00:00:00+14:00", "0000-01-01T10:00:00Z", "INVALID_INPUT"],
  ["the end of all clocks", "9999-12-31T20:00:00Z", "9999-12-31T23:59:00Z", "INVALID_INPUT"],
  ["an end between two minutes", "2027-02-10T16:00:00Z", "2027-02-10T18:00:00.001Z", "INVALID_INPUT"],
])("%s is refused: %s to %s", (_what, startTs, endTs, code) => {
  expect(() => at(startTs, endTs, "hall")).toThrow(code);
});
