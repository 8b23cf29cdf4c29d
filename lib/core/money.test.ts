import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMoney, formatMoneyShort, percentOf, roundPaise } from "./money";

test("there is one rounding: to the nearest paisa, halves away from zero", () => {
  expect([0.5, 1.5, -0.5, -1.5, 2.4, -2.4, -0.2].map(roundPaise)).toEqual([1, 2, -1, -2, 2, -2, 0]);
});

test("a share and its rest are never more than half a paisa off", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      expect(Math.abs(percentOf(amount, percent) - (amount * percent) / 100)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test("a share with decimals is rounded as if reckoned by hand", () => {
  expect(percentOf(3000, 1.15)).toBe(35); // 34.5, which floating point makes 34.499…
  expect(percentOf(1_000_00, 33.33)).toBe(333_30);
  expect(percentOf(-1, 50)).toBe(-1);
  expect(Object.is(percentOf(0, -50), 0)).toBe(true);
});

describe("money as people write it", () => {
  test.each([
    [12_500_000, "en", "₹1,25,000"],
    [12_500_000, "mr", "₹१,२५,०००"],
    [12_500_000, "hi", "₹१,२५,०००"],
    [2_375_050, "en", "₹23,750.50"],
    [-100, "en", "−₹1"],
    [0, "mr", "₹०"],
    [10_00_00_000_00, "mr", "₹१०,००,००,०००"],
    [5, "hi", "₹०.०५"],
    [-2_375_050, "mr", "−₹२३,७५०.५०"],
  ] as const)("%d paise in %s", (paise, locale, text) => {
    expect(formatMoney(paise, locale)).toBe(text);
  });

  test.each([
    [7_200_000, "en", "₹72K"],
    [7_200_000, "mr", "₹७२ह"],
    [16_000_000, "en", "₹1.6L"],
    [16_000_000, "mr", "₹१.६ला"],
    [9_999_900, "en", "₹1L"],
    [3_850_000, "hi", "₹३८.५ह"],
    [50_000, "en", "₹500"],
    [99_999, "en", "₹1K"],
    [9_994_900, "en", "₹99.9K"],
    [10_00_000_00, "mr", "₹१०ला"],
    [0, "hi", "₹०"],
  ] as const)("%d paise in a calendar's cell in %s", (paise, locale, text) => {
    expect(formatMoneyShort(paise, locale)).toBe(text);
  });
});
