import fc from "fast-check";
import { expect, test } from "vitest";
import { type AvailabilityInput, type Claim, daysOf, nextChangeAt } from "./availability";
import { BLOCKING_STATUSES, BOOKING_STATUSES } from "./booking-state";
import { addDays, addMonths } from "./local-date";
import { localDateOf, type Period, periodOf, todayIn, withBuffers } from "./period";
import type { VenueSettings } from "./venue-settings";

const ZONE = "Asia/Kolkata";
const NOW = new Date("2027-02-05T06:30:00Z");
const SETTINGS: VenueSettings = {
  timeZone: ZONE,
  currency: "INR",
  setupMinutes: 30,
  cleanupMinutes: 30,
  leadMinutes: 120,
  horizonMonths: 24,
  minMinutes: 60,
  maxMinutes: 2880,
  holdMinutes: 15,
  answerMinutes: 1440,
  confirmation: "advance_paid",
  payAtHall: true,
  customTimes: "staff",
};
const space = (id: string, partIds: string[], sortOrder: number) => ({
  id,
  name: { en: id },
  partIds,
  capacity: 100,
  sortOrder,
});
const SPACES = [space("a", ["a"], 0), space("b", ["b"], 1), space("whole", ["a", "b"], 2)];
const slot = (id: string, startTime: string, lengthMinutes: number, sortOrder: number) => ({
  ...{
    id,
    startTime,
    lengthMinutes,
    sortOrder,
    name: { en: id },
    spaceIds: ["a", "b", "whole"],
    weekdays: [1, 2, 3, 4, 5, 6, 7],
  },
});
const SLOTS = [slot("morning", "09:00", 360, 0), slot("evening", "16:00", 420, 1), slot("hall-day", "16:00", 1380, 2)];
const PRICES = SPACES.flatMap(({ id }) =>
  SLOTS.map((one) => ({ spaceId: id, slotId: one.id, amountPaise: 1000, gstRate: 18, sac: "997212" })),
);

const input = (claims: Claim[], now = NOW): AvailabilityInput => ({
  from: "2027-02-04",
  to: "2027-02-09",
  spaces: SPACES,
  slots: SLOTS,
  claims,
  prices: PRICES,
  rules: [],
  muhuratDates: new Set(["2027-02-07"]),
  settings: SETTINGS,
  now,
});

const claim = (
  partId: string,
  day: string,
  start: string,
  minutes: number,
  status: Claim["status"],
  holdExpiresAt: Date | null = null,
): Claim => ({
  partId,
  period: withBuffers(periodOf(day, start, minutes, ZONE), 30, 30),
  status,
  holdExpiresAt,
});

function stateOf(days: ReturnType<typeof daysOf>, date: string, spaceId: string, slotId: string) {
  return days.find((day) => day.date === date)?.slots.find((one) => one.spaceId === spaceId && one.slotId === slotId);
}

test("a booked part makes the whole unavailable, and leaves the other part free", () => {
  const days = daysOf(input([claim("a", "2027-02-07", "16:00", 420, "confirmed")]));
  expect(stateOf(days, "2027-02-07", "a", "evening")?.state).toBe("booked");
  expect(stateOf(days, "2027-02-07", "whole", "evening")?.state).toBe("booked");
  expect(stateOf(days, "2027-02-07", "b", "evening")?.state).toBe("free");
  expect(stateOf(days, "2027-02-07", "a", "morning")?.state).toBe("free");
});

test("a hall day blocks the next morning", () => {
  const days = daysOf(input([claim("a", "2027-02-07", "16:00", 1380, "confirmed")]));
  expect(stateOf(days, "2027-02-08", "a", "morning")?.state).toBe("booked");
  expect(stateOf(days, "2027-02-08", "a", "evening")?.state).toBe("free");
});

test("sessions half an hour of set-up and clean-up apart do not collide; any closer they do", () => {
  const morning = claim("a", "2027-02-07", "09:00", 360, "confirmed");
  expect(stateOf(daysOf(input([morning])), "2027-02-07", "a", "evening")?.state).toBe("free");
  const late = claim("a", "2027-02-07", "09:00", 361, "confirmed");
  expect(stateOf(daysOf(input([late])), "2027-02-07", "a", "evening")?.state).toBe("booked");
});

test("a lapsed hold is free, a live one held until it lapses, and the firmest claim decides", () => {
  const soon = new Date(NOW.getTime() + 600_000);
  const hold = claim("a", "2027-02-07", "16:00", 420, "temp_hold", soon);
  expect(stateOf(daysOf(input([hold])), "2027-02-07", "a", "evening")).toMatchObject({
    state: "held",
    heldUntil: soon,
  });
  expect(stateOf(daysOf(input([hold], soon)), "2027-02-07", "a", "evening")).toMatchObject({
    state: "free",
    heldUntil: null,
  });
  const closed = claim("b", "2027-02-07", "16:00", 420, "blackout");
  expect(stateOf(daysOf(input([hold, closed])), "2027-02-07", "whole", "evening")).toMatchObject({
    state: "closed",
    heldUntil: null,
  });
});

test("a claim is in the way exactly while the constraint guards it", () => {
  for (const status of [...BOOKING_STATUSES, "blackout" as const]) {
    const days = daysOf(input([claim("a", "2027-02-07", "16:00", 420, status)]));
    const guarded = BLOCKING_STATUSES.some((one) => one === status);
    expect([status, stateOf(days, "2027-02-07", "a", "evening")?.state !== "free"]).toEqual([status, guarded]);
  }
});

test("what starts within the lead time is past, what starts beyond the horizon is closed", () => {
  const days = daysOf(input([]));
  expect(stateOf(days, "2027-02-04", "a", "evening")?.state).toBe("past");
  expect(stateOf(days, "2027-02-05", "a", "morning")?.state).toBe("past");
  expect(stateOf(days, "2027-02-05", "a", "evening")?.state).toBe("free");
  const far = daysOf({ ...input([]), from: "2029-02-05", to: "2029-02-06" });
  expect([
    stateOf(far, "2029-02-05", "a", "evening")?.state,
    stateOf(far, "2029-02-06", "a", "evening")?.state,
  ]).toEqual(["free", "closed"]);
});

const anyVenue = fc.record({
  timeZone: fc.constantFrom(ZONE, "Europe/London", "America/New_York", "Australia/Lord_Howe"),
  leadMinutes: fc.constantFrom(0, 120, 1440, 4000),
  horizonMonths: fc.constantFrom(0, 1, 24),
  setupMinutes: fc.constantFrom(0, 30, 90),
  cleanupMinutes: fc.constantFrom(0, 30, 45),
});

const anyClaim = fc
  .record({
    partId: fc.constantFrom("a", "b"),
    day: fc.integer({ min: -1, max: 6 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minutes: fc.integer({ min: 30, max: 1500 }),
    status: fc.constantFrom(
      "temp_hold" as const,
      "pending" as const,
      "confirmed" as const,
      "completed" as const,
      "blackout" as const,
      "cancelled" as const,
      "expired" as const,
    ),
    expires: fc.option(fc.integer({ min: -60, max: 2000 })),
  })
  .map(({ partId, day, hour, minutes, status, expires }) =>
    claim(
      partId,
      addDays("2027-02-04", day),
      `${String(hour).padStart(2, "0")}:00`,
      minutes,
      status,
      expires === null ? null : new Date(NOW.getTime() + expires * 60_000),
    ),
  );

/** The slow truth: look at each minute of the blocked time, at every claim. */
function seenBy({ settings, now }: AvailabilityInput, claims: readonly Claim[], parts: string[], slot: Period) {
  const lastDay = addMonths(todayIn(now, settings.timeZone), settings.horizonMonths);
  if (slot.startsAt <= now || slot.startsAt.getTime() < now.getTime() + settings.leadMinutes * 60_000) return "past";
  if (localDateOf(slot.startsAt, settings.timeZone) > lastDay) return "closed";
  const seen = new Set<string>();
  const blocked = withBuffers(slot, settings.setupMinutes, settings.cleanupMinutes);
  for (let minute = blocked.startsAt; minute < blocked.endsAt; minute = new Date(minute.getTime() + 60_000)) {
    for (const { partId, period, status, holdExpiresAt } of claims) {
      if (!parts.includes(partId) || minute < period.startsAt || minute >= period.endsAt) continue;
      if (status === "confirmed" || status === "completed") seen.add("booked");
      if (status === "blackout") seen.add("closed");
      if ((status === "temp_hold" || status === "pending") && !(holdExpiresAt && holdExpiresAt <= now))
        seen.add("held");
    }
  }
  return ["booked", "closed", "held"].find((state) => seen.has(state)) ?? "free";
}

test("every state is what looking at each minute would tell", () => {
  const states = new Set<string>();
  fc.assert(
    fc.property(fc.array(anyClaim, { maxLength: 6 }), anyVenue, (claims, settings) => {
      const asked = { ...input(claims), settings: { ...SETTINGS, ...settings } };
      for (const day of daysOf(asked)) {
        for (const one of day.slots) {
          const parts = SPACES.find((space) => space.id === one.spaceId)?.partIds ?? [];
          expect(one.state).toBe(seenBy(asked, claims, parts, one));
          if (one.state !== "held") expect(one.heldUntil).toBeNull();
          states.add(one.state);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(states).toEqual(new Set(["free", "held", "booked", "closed", "past"]));
});

test("until the next change the answer stays the same, to the millisecond, in any zone", () => {
  fc.assert(
    fc.property(
      fc.array(anyClaim, { maxLength: 5 }),
      anyVenue,
      fc.nat(6 * 1440 * 60),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (claims, settings, second, share) => {
        const now = new Date(Date.parse("2027-02-03T18:30:00Z") + second * 1000);
        const at = (instant: number) => ({
          ...input(claims, new Date(instant)),
          settings: { ...SETTINGS, ...settings },
        });
        const before = daysOf(at(now.getTime()));
        const next = nextChangeAt(at(now.getTime())).getTime();
        expect(next).toBeGreaterThan(now.getTime());
        const between = now.getTime() + Math.floor((next - now.getTime() - 1) * share);
        expect(daysOf(at(between))).toEqual(before);
        expect(daysOf(at(next - 1))).toEqual(before);
      },
    ),
    { numRuns: 100 },
  );
});

test("the next change is the lapse of a hold, the closing of a session, or midnight, whichever comes first", () => {
  const next = (claims: Claim[], now: string) => nextChangeAt(input(claims, new Date(now)));
  const soon = new Date("2027-02-05T06:40:00Z");
  const hold = claim("a", "2027-02-07", "16:00", 420, "temp_hold", soon);
  expect(next([hold], "2027-02-05T06:30:00Z")).toEqual(soon);
  // 14:00 at the hall is the last moment for the evening from 16:00, two hours ahead.
  expect(next([hold], "2027-02-05T06:40:00Z")).toEqual(new Date("2027-02-05T08:30:00.001Z"));
  expect(next([hold], "2027-02-05T08:30:00.001Z")).toEqual(new Date("2027-02-05T18:30:00Z"));
  expect(next([{ ...hold, status: "confirmed" }], "2027-02-05T06:30:00Z")).toEqual(
    new Date("2027-02-05T08:30:00.001Z"),
  );
});

test("a hold that waits for the hall has no end; of several the last to lapse counts", () => {
  const early = new Date(NOW.getTime() + 600_000);
  const late = new Date(NOW.getTime() + 900_000);
  const held = (...expiries: (Date | null)[]) =>
    stateOf(
      daysOf(input(expiries.map((at, i) => claim(i === 0 ? "a" : "b", "2027-02-07", "16:00", 420, "pending", at)))),
      ...(["2027-02-07", "whole", "evening"] as const),
    )?.heldUntil;
  expect(held(early, late)).toEqual(late);
  expect(held(late, early)).toEqual(late);
  expect(held(early, null)).toBeNull();
});

test("only what has a price, on its weekday, in a space of its own is on sale, in the hall's own order", () => {
  const [morning, evening] = SLOTS;
  const days = daysOf({
    ...input([]),
    spaces: SPACES.toReversed(),
    slots: [
      { ...slot("evening", "16:00", 420, 1), spaceIds: ["a", "whole"], weekdays: [7] },
      { ...slot("morning", "09:00", 360, 0), spaceIds: ["a", "b"] },
    ],
    prices: PRICES.filter((price) => !(price.spaceId === "b" && price.slotId === "morning")),
  });
  const offered = (date: string) =>
    days.find((day) => day.date === date)?.slots.map((one) => [one.slotId, one.spaceId]);
  expect(offered("2027-02-06")).toEqual([[morning?.id, "a"]]);
  expect(offered("2027-02-07")).toEqual([
    [morning?.id, "a"],
    [evening?.id, "a"],
    [evening?.id, "whole"],
  ]);
});

test("a muhurat day is marked, and costs what its rules say", () => {
  const auspicious = {
    ...{ id: "m", label: { en: "Muhurat" }, position: 1, spaceId: null, slotId: null, stop: false },
    ...{ when: { muhurat: true }, adjust: { kind: "percent" as const, percent: 50 } },
  };
  const days = daysOf({ ...input([]), rules: [auspicious] });
  expect(days.filter((day) => day.muhurat).map((day) => day.date)).toEqual(["2027-02-07"]);
  expect(stateOf(days, "2027-02-07", "a", "morning")?.pricePaise).toBe(1500);
  expect(stateOf(days, "2027-02-08", "a", "morning")?.pricePaise).toBe(1000);
});

test("a range the wrong way round has no days", () => {
  expect(daysOf({ ...input([]), from: "2027-02-09", to: "2027-02-04" })).toEqual([]);
});
