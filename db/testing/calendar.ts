import type { AvailabilityInput, Claim, daysOf } from "@/lib/core/availability";
import { periodOf, withBuffers } from "@/lib/core/period";
import type { VenueSettings } from "@/lib/core/venue-settings";

/** A hall's calendar as plain values, for tests of the rules: two parts and their whole, three sessions, some days in February. */

export const ZONE = "Asia/Kolkata";
export const NOW = new Date("2027-02-05T06:30:00Z");
export const SETTINGS: VenueSettings = {
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
export const SPACES = [space("a", ["a"], 0), space("b", ["b"], 1), space("whole", ["a", "b"], 2)];
export const slot = (id: string, startTime: string, lengthMinutes: number, sortOrder: number) => ({
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
export const SLOTS = [
  slot("morning", "09:00", 360, 0),
  slot("evening", "16:00", 420, 1),
  slot("hall-day", "16:00", 1380, 2),
];
export const PRICES = SPACES.flatMap(({ id }) =>
  SLOTS.map((one) => ({ spaceId: id, slotId: one.id, amountPaise: 1000, gstRate: 18, sac: "997212" })),
);

export const input = (claims: Claim[], now = NOW): AvailabilityInput => ({
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

export const claim = (
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

export function stateOf(days: ReturnType<typeof daysOf>, date: string, spaceId: string, slotId: string) {
  return days.find((day) => day.date === date)?.slots.find((one) => one.spaceId === spaceId && one.slotId === slotId);
}
