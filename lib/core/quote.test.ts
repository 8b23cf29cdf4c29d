import fc from "fast-check";
import { expect, test } from "vitest";
import { splitGst } from "./gst";
import { periodOf } from "./period";
import { type PriceRule, priceOf } from "./pricing";
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

test("rules apply in order of position, each on the amount so far, each a line that explains itself", () => {
  const rules = [
    rule(2, { when: { muhurat: true }, adjust: { kind: "amount", paise: 5_000_00 } }),
    rule(1, { when: { weekdays: [6, 7] } }),
    rule(3, { when: { from: "2027-03-01" } }),
  ];
  const priced = priceOf({ ...asked, rules });
  expect(priced?.steps).toEqual([
    { ruleId: "r1", label: { en: "Rule 1" }, amountPaise: 7_200_00 },
    { ruleId: "r2", label: { en: "Rule 2" }, amountPaise: 5_000_00 },
  ]);
  expect(priced?.totalPaise).toBe(84_200_00);
});

test("a rule may set the price and end the matter", () => {
  const rules = [rule(1, { adjust: { kind: "set", paise: 95_000_00 }, stop: true }), rule(2, {})];
  expect(priceOf({ ...asked, rules })?.totalPaise).toBe(95_000_00);
});

test("rules of another space, slot, weekday, season or of ordinary days stay away", () => {
  const rules = [
    rule(1, { spaceId: "lawn" }),
    rule(2, { slotId: "morning" }),
    rule(3, { when: { weekdays: [1] } }),
    rule(4, { when: { to: "2027-02-06" } }),
    rule(5, { when: { muhurat: false } }),
  ];
  expect(priceOf({ ...asked, rules })).toMatchObject({ steps: [], totalPaise: 72_000_00 });
});

test("custom times cost by the hour, and what has no price has none", () => {
  const hours = periodOf("2027-02-07", "10:00", 270, "Asia/Kolkata");
  expect(priceOf({ ...asked, slotId: null, period: hours, rules: [] })?.totalPaise).toBe(Math.round(3_333_33 * 4.5));
  expect(priceOf({ ...asked, slotId: "morning", rules: [] })).toBeNull();
});

test("GST is contained in the amount, and its parts sum to it", () => {
  expect(splitGst(118_00, 18)).toEqual({ taxablePaise: 100_00, gstPaise: 18_00, cgstPaise: 9_00, sgstPaise: 9_00 });
  fc.assert(
    fc.property(fc.nat(10 ** 10), fc.constantFrom(0, 5, 12, 18, 28), (amount, rate) => {
      const { taxablePaise, gstPaise, cgstPaise, sgstPaise } = splitGst(amount, rate);
      expect(taxablePaise + gstPaise).toBe(amount);
      expect(cgstPaise + sgstPaise).toBe(gstPaise);
      expect(Math.abs(cgstPaise - sgstPaise)).toBeLessThanOrEqual(1);
    }),
  );
});

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
