import fc from "fast-check";
import { expect, test } from "vitest";
import { advanceOn, type PaymentTerms } from "./payment-terms";

const terms = (advance: PaymentTerms["advance"]): PaymentTerms => ({ advance, balanceDueDays: 7, depositPaise: 0 });

test("a share of the total, or a flat sum that is never more than the total", () => {
  expect(advanceOn(95_000_00, terms({ kind: "percent", percent: 25 }))).toBe(23_750_00);
  expect(advanceOn(95_000_00, terms({ kind: "amount", paise: 50_000_00 }))).toBe(50_000_00);
  expect(advanceOn(30_000_00, terms({ kind: "amount", paise: 50_000_00 }))).toBe(30_000_00);
});

test("an advance lies between nothing and the total", () => {
  const advance = fc.oneof(
    fc.integer({ min: -50, max: 200 }).map((percent) => ({ kind: "percent" as const, percent })),
    fc.integer({ min: -1000, max: 10 ** 9 }).map((paise) => ({ kind: "amount" as const, paise })),
  );
  fc.assert(
    fc.property(fc.nat(10 ** 9), advance, (total, asked) => {
      const paise = advanceOn(total, terms(asked));
      expect(paise).toBeGreaterThanOrEqual(0);
      expect(paise).toBeLessThanOrEqual(total);
    }),
  );
});
