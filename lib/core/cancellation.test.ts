import fc from "fast-check";
import { expect, test } from "vitest";
import { mayChangeDateFree, refundDue } from "./cancellation";

// 15/25/35/45 % deducted at 90/60/30/15 days, as halls in Maharashtra write it.
const TIERS = [
  { daysBefore: 15, refundPercent: 55 },
  { daysBefore: 90, refundPercent: 85 },
  { daysBefore: 30, refundPercent: 65 },
  { daysBefore: 60, refundPercent: 75 },
];

test.each([
  [400, 85],
  [90, 85],
  [89, 75],
  [60, 75],
  [30, 65],
  [15, 55],
  [14, 0],
  [0, 0],
  [-3, 0],
])("%d days before, %d per cent come back", (daysLeft, percent) => {
  expect(refundDue(TIERS, 100_000, daysLeft)).toBe(percent * 1000);
});

test("never more than was paid, and never less for cancelling earlier", () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.integer({ min: -10, max: 500 }), fc.nat(100), (paid, days, earlier) => {
      const refund = refundDue(TIERS, paid, days);
      expect(refund).toBeGreaterThanOrEqual(0);
      expect(refund).toBeLessThanOrEqual(paid);
      expect(refundDue(TIERS, paid, days + earlier)).toBeGreaterThanOrEqual(refund);
    }),
  );
});

test("one free date change, in time", () => {
  const terms = { tiers: TIERS, freeDateChanges: 1, dateChangeDaysBefore: 30 };
  expect(mayChangeDateFree(terms, 0, 30)).toBe(true);
  expect(mayChangeDateFree(terms, 0, 29)).toBe(false);
  expect(mayChangeDateFree(terms, 1, 90)).toBe(false);
});
