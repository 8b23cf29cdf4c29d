import fc from "fast-check";
import { expect, test } from "vitest";
import { periodOf } from "./period";
import type { PriceRule } from "./pricing";
import { type AddOn, quoteBooking } from "./quote";

const PERIOD = periodOf("2027-02-07", "09:00", 840, "Asia/Kolkata");
const PRICES = [
  { spaceId: "hall", slotId: "full", amountPaise: 72_000_00, gstRate: 18, sac: "997212" },
  { spaceId: "hall", slotId: null, amountPaise: 3_333_33, gstRate: 18, sac: "997212" },
];
const rule = (position: number, more: Partial<PriceRule>): PriceRule => ({
  id: `r${position}`,
  label: { en: `Rule ${position}` },
  position,
  spaceId: null,
  slotId: null,
  when: {},
  adjust: { kind: "percent", percent: 10 },
  stop: false,
  ...more,
});
const asked = { spaceId: "hall", slotId: "full", date: "2027-02-07", period: PERIOD, prices: PRICES, isMuhurat: true };
const TERMS = { advance: { kind: "percent" as const, percent: 25 }, balanceDueDays: 7, depositPaise: 25_000_00 };

const addOn = (unitPricePaise: number, gstRate: number): AddOn => ({
  id: `a${unitPricePaise}`,
  name: { en: "Extra" },
  unit: "guest",
  unitPricePaise,
  gstRate,
  sac: "996334",
  maxQuantity: null,
});

test("a quote's totals are the sums of its lines; advance and balance make the total; the deposit is apart", () => {
  const adjust = fc.oneof(
    fc.integer({ min: -100, max: 100 }).map((percent) => ({ kind: "percent" as const, percent })),
    fc.integer({ min: -100_000_000, max: 10 ** 8 }).map((paise) => ({ kind: "amount" as const, paise })),
    fc.nat(10 ** 8).map((paise) => ({ kind: "set" as const, paise })),
  );
  fc.assert(
    fc.property(
      fc.array(adjust, { maxLength: 6 }),
      fc.array(
        fc.record({
          addOn: fc.tuple(fc.nat(10 ** 6), fc.constantFrom(5, 18)).map(([p, r]) => addOn(p, r)),
          quantity: fc.integer({ min: 1, max: 2000 }),
        }),
        { maxLength: 5 },
      ),
      fc.integer({ min: 1, max: 4 }),
      fc.oneof(
        fc.nat(100).map((percent) => ({ kind: "percent" as const, percent })),
        fc.nat(10 ** 9).map((paise) => ({ kind: "amount" as const, paise })),
      ),
      (adjusts, addOns, functions, advance) => {
        const quote = quoteBooking({
          functions: Array.from({ length: functions }, () => ({ ...asked, spaceName: { en: "Hall" } })),
          guests: 300,
          addOns,
          prices: PRICES,
          rules: adjusts.map((one, position) => rule(position, { adjust: one })),
          muhuratDates: new Set(),
          terms: { ...TERMS, advance },
        });
        const sum = (field: "amountPaise" | "taxablePaise" | "gstPaise") =>
          quote.lines.reduce((total, line) => total + line[field], 0);
        expect(quote.totalPaise).toBe(sum("amountPaise"));
        expect(quote.taxablePaise + quote.gstPaise).toBe(quote.totalPaise);
        expect(quote.taxablePaise).toBe(sum("taxablePaise"));
        expect(quote.advancePaise + quote.balancePaise).toBe(quote.totalPaise);
        expect(quote.advancePaise).toBeGreaterThanOrEqual(0);
        expect(quote.balancePaise).toBeGreaterThanOrEqual(0);
        expect(quote.totalPaise).toBeGreaterThanOrEqual(0);
        expect(quote.depositPaise).toBe(TERMS.depositPaise);
      },
    ),
  );
});

test("a session without a price cannot be quoted", () => {
  const functions = [{ ...asked, slotId: "morning", spaceName: { en: "Hall" } }];
  expect(() =>
    quoteBooking({
      functions,
      guests: 1,
      addOns: [],
      prices: PRICES,
      rules: [],
      muhuratDates: new Set(),
      terms: TERMS,
    }),
  ).toThrow("PRICE_MISSING");
});

test("each function has its base and each adjustment as a line; extras follow", () => {
  const quote = quoteBooking({
    functions: [
      { ...asked, spaceName: { en: "Hall" } },
      {
        ...asked,
        slotId: null,
        period: periodOf("2027-02-08", "10:00", 90, "Asia/Kolkata"),
        spaceName: { en: "Hall" },
      },
    ],
    guests: 300,
    addOns: [
      { addOn: addOn(100_00, 5) },
      { addOn: { ...addOn(1_000_00, 18), id: "generator", unit: "hour" } },
      { addOn: { ...addOn(500_00, 18), id: "band", unit: "booking" } },
      { addOn: { ...addOn(500_00, 18), id: "chairs" }, quantity: 20 },
    ],
    prices: PRICES,
    rules: [rule(1, { when: { muhurat: true } })],
    muhuratDates: new Set(["2027-02-07"]),
    terms: TERMS,
  });
  expect(quote.lines.map((line) => [line.functionIndex, line.kind, line.refId, line.unit, line.quantity])).toEqual([
    [0, "space", "hall", "booking", 1],
    [0, "adjustment", "r1", "booking", 1],
    [1, "space", "hall", "hour", 1.5],
    [1, "adjustment", "r1", "booking", 1],
    [null, "add_on", "a10000", "guest", 300],
    [null, "add_on", "generator", "hour", 15.5],
    [null, "add_on", "band", "booking", 1],
    [null, "add_on", "chairs", "guest", 20],
  ]);
  expect(quote.lines[2]).toMatchObject({ unitPricePaise: 3_333_33, amountPaise: 5_000_00 });
  expect(quote.lines[5]?.amountPaise).toBe(15_500_00);
});
