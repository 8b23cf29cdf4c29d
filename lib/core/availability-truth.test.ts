import fc from "fast-check";
import { expect, test } from "vitest";
import { claim, input, NOW, SETTINGS, SPACES, ZONE } from "@/db/testing/calendar";
import { type AvailabilityInput, type Claim, daysOf, nextChangeAt } from "./availability";
import { addDays, addMonths } from "./local-date";
import { localDateOf, type Period, todayIn, withBuffers } from "./period";

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
