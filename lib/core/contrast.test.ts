import fc from "fast-check";
import { expect, test } from "vitest";
import { brandPair, contrastRatio } from "./contrast";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("any colour a hall picks ends up readable, on both papers and under its own ink", () => {
  fc.assert(
    fc.property(colour, (hex) => {
      const pair = brandPair(hex);
      expect(pair).not.toBeNull();
      if (!pair) return;
      for (const [colours, paper] of [
        [pair.light, "#fbf6ec"],
        [pair.dark, "#1b1412"],
      ] as const) {
        expect(contrastRatio(colours.main, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(colours.main, colours.soft)).toBeGreaterThanOrEqual(4.4);
        expect(contrastRatio(colours.ink, colours.main)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test("a colour that already reads well is left as the hall chose it", () => {
  expect(brandPair("#9c1c31")?.light.main).toBe("#9c1c31");
});

test("what is not a colour is refused", () => {
  expect(brandPair("red; background: url(x)")).toBeNull();
  expect(brandPair("#fff")).toBeNull();
});

test("contrast is WCAG's", () => {
  expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrastRatio("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
