import { expect, test } from "vitest";
import type { Actor } from "@/lib/core/actor";
import type { VenueSettings } from "@/lib/core/venue-settings";
import type { Venue } from "@/lib/venues/types";
import { planFunctions } from "./plan-functions";

const NOW = new Date("2027-01-10T06:00:00Z");
const SPACE = { id: "a", name: { en: "Hall" }, partIds: ["a"], capacity: 300, sortOrder: 0 };

function venueWith(settings: Partial<VenueSettings>): Venue {
  return {
    ...{ id: "v", slug: "hall", name: { en: "Hall" }, about: { en: "" }, address: { en: "" } },
    ...{ latitude: 0, longitude: 0, phone: "", whatsapp: null, amenities: [], included: [], houseRules: [] },
    ...{ illustration: "hall", addOns: [], termsText: { en: "" } },
    paymentTerms: { advance: { kind: "percent", percent: 25 }, balanceDueDays: 7, depositPaise: 0 },
    cancellationTerms: { tiers: [], freeDateChanges: 1, dateChangeDaysBefore: 30 },
    spaces: [{ ...SPACE, about: { en: "" }, illustration: "hall", fromPricePaise: null }],
    slots: [
      {
        ...{ id: "evening", spaceIds: ["a"], name: { en: "Evening" }, startTime: "16:00", lengthMinutes: 420 },
        ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], sortOrder: 0 },
      },
    ],
    settings: {
      ...{ timeZone: "Asia/Kolkata", currency: "INR", setupMinutes: 0, cleanupMinutes: 0, leadMinutes: 1440 },
      ...{ horizonMonths: 24, minMinutes: 120, maxMinutes: 1440, holdMinutes: 15, answerMinutes: 1440 },
      ...{ confirmation: "advance_paid", payAtHall: true, customTimes: "none" },
      ...settings,
    },
  };
}

const family: Actor = { kind: "customer", userId: "f", phone: "+919876543210" };
const staff: Actor = { kind: "staff", userId: "s", role: "staff" };
const key = (...scopes: string[]): Actor => ({ kind: "apiKey", keyId: "k", scopes });
const OWN = { spaceId: "a", startsAt: "2027-02-07T10:00", endsAt: "2027-02-07T14:00", name: "naming" as const };

test.each<[VenueSettings["customTimes"], string, Actor, boolean]>([
  ["none", "staff", staff, false],
  ["staff", "a family", family, false],
  ["staff", "staff", staff, true],
  ["staff", "a key without the scope", key("booking.hold"), false],
  ["staff", "a key with the scope", key("booking.hold", "booking.custom-times"), true],
  ["everyone", "a family", family, true],
  ["everyone", "a key without the scope", key("booking.hold"), false],
])("custom times for %s: %s", (customTimes, _who, actor, may) => {
  const plan = () => planFunctions(venueWith({ customTimes }), [OWN], 100, actor, NOW);
  if (may)
    expect(plan()[0]).toMatchObject({
      slotId: null,
      date: "2027-02-07",
      period: { startsAt: new Date("2027-02-07T04:30:00Z") },
    });
  else expect(plan).toThrow("CUSTOM_TIMES_NOT_ALLOWED");
});

test("only the hall itself books within the lead time, and nobody in the past", () => {
  const evening = (date: string) => [{ spaceId: "a", slotId: "evening", date, name: "wedding" as const }];
  const plan = (date: string, actor: Actor) => planFunctions(venueWith({}), evening(date), 100, actor, NOW);
  expect(() => plan("2027-01-10", family)).toThrow("OUTSIDE_LEAD_TIME");
  expect(plan("2027-01-10", staff)).toHaveLength(1);
  expect(() => plan("2027-01-09", staff)).toThrow("IN_THE_PAST");
  expect(() => plan("2030-01-09", staff)).toThrow("BEYOND_HORIZON");
});

test("functions come in order of their start, and one space must seat all guests", () => {
  const venue = venueWith({ customTimes: "everyone" });
  const evening = { spaceId: "a", slotId: "evening", date: "2027-02-07", name: "wedding" as const };
  expect(planFunctions(venue, [evening, OWN], 300, family, NOW).map(({ name }) => name)).toEqual(["naming", "wedding"]);
  expect(() => planFunctions(venue, [evening], 301, family, NOW)).toThrow("OVER_CAPACITY");
  expect(() => planFunctions(venue, [{ ...evening, spaceId: "b" }], 10, family, NOW)).toThrow("NOT_FOUND");
  expect(() => planFunctions(venue, [{ ...evening, slotId: "hallDay" }], 10, family, NOW)).toThrow("SLOT_NOT_OFFERED");
});

test("functions that are in each other's way are no plan, and named as they were asked for", () => {
  const venue = venueWith({ customTimes: "everyone" });
  const evening = { spaceId: "a", slotId: "evening", date: "2027-02-07", name: "wedding" as const };
  const plan = (until: string) => planFunctions(venue, [evening, { ...OWN, endsAt: until }], 100, family, NOW);
  expect(() => plan("2027-02-07T17:00")).toThrow(expect.objectContaining({ details: { functions: [0, 1] } }));
  expect(plan("2027-02-07T16:00")).toHaveLength(2);
});
