import fc from "fast-check";
import { expect, test } from "vitest";
import { type AvailabilityInput, type Claim, daysOf, nextChangeAt } from "./availability";
import { addDays } from "./local-date";
import { periodOf, withBuffers } from "./period";
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

test("what starts within the lead time or beyond the horizon is past", () => {
  const days = daysOf(input([]));
  expect(stateOf(days, "2027-02-04", "a", "evening")?.state).toBe("past");
  expect(stateOf(days, "2027-02-05", "a", "morning")?.state).toBe("past");
  expect(stateOf(days, "2027-02-05", "a", "evening")?.state).toBe("free");
  const far = daysOf({ ...input([]), from: "2029-02-05", to: "2029-02-06" });
  expect([
    stateOf(far, "2029-02-05", "a", "evening")?.state,
    stateOf(far, "2029-02-06", "a", "evening")?.state,
  ]).toEqual(["free", "past"]);
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

test("every state is what looking at each minute would tell", () => {
  fc.assert(
    fc.property(fc.array(anyClaim, { maxLength: 6 }), (claims) => {
      for (const day of daysOf(input(claims))) {
        for (const one of day.slots) {
          if (one.state === "past") continue;
          const parts = one.spaceId === "whole" ? ["a", "b"] : [one.spaceId];
          const seen = new Set<string>();
          const blocked = withBuffers(one, 30, 30);
          for (let minute = blocked.startsAt.getTime(); minute < blocked.endsAt.getTime(); minute += 60_000) {
            for (const other of claims) {
              if (
                !parts.includes(other.partId) ||
                minute < other.period.startsAt.getTime() ||
                minute >= other.period.endsAt.getTime()
              )
                continue;
              if (other.status === "confirmed" || other.status === "completed") seen.add("booked");
              else if (other.status === "blackout") seen.add("closed");
              else if (
                (other.status === "temp_hold" || other.status === "pending") &&
                !(other.holdExpiresAt && other.holdExpiresAt <= NOW)
              )
                seen.add("held");
            }
          }
          expect(one.state).toBe(["booked", "closed", "held"].find((state) => seen.has(state)) ?? "free");
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("until the next change the answer stays the same, to the millisecond", () => {
  fc.assert(
    fc.property(
      fc.array(anyClaim, { maxLength: 5 }),
      fc.nat(6 * 1440),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (claims, minute, share) => {
        const now = new Date(Date.parse("2027-02-03T18:30:00Z") + minute * 60_000);
        const before = daysOf(input(claims, now));
        const next = nextChangeAt(input(claims, now)).getTime();
        expect(next).toBeGreaterThan(now.getTime());
        const between = now.getTime() + Math.floor((next - now.getTime() - 1) * share);
        expect(daysOf(input(claims, new Date(between)))).toEqual(before);
        expect(daysOf(input(claims, new Date(next - 1)))).toEqual(before);
      },
    ),
    { numRuns: 100 },
  );
});
