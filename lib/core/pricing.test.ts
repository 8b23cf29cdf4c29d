import fc from "fast-check";
import { expect, test } from "vitest";
import { periodOf } from "./period";
import { type PriceRule, priceOf } from "./pricing";

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

test("a season holds on its first and its last day", () => {
  const season = [rule(1, { when: { from: "2027-02-07", to: "2027-02-07" } })];
  const on = (date: string) => priceOf({ ...asked, date, rules: season })?.steps.length;
  expect(["2027-02-06", "2027-02-07", "2027-02-08"].map(on)).toEqual([0, 1, 0]);
});

test("custom times take the rules for all sessions and none of those for one", () => {
  const hours = periodOf("2027-02-07", "10:00", 60, "Asia/Kolkata");
  const rules = [rule(1, { slotId: "full" }), rule(2, { adjust: { kind: "amount", paise: 100_00 } })];
  const priced = priceOf({ ...asked, slotId: null, period: hours, rules });
  expect(priced).toMatchObject({ basePaise: 3_333_33, steps: [{ ruleId: "r2" }], totalPaise: 3_433_33 });
});

const anyRule = fc
  .record({
    position: fc.nat(4),
    adjust: fc.oneof(
      fc.integer({ min: -150, max: 150 }).map((percent) => ({ kind: "percent" as const, percent })),
      fc.integer({ min: -100_000_000, max: 100_000_000 }).map((paise) => ({ kind: "amount" as const, paise })),
      fc.nat(100_000_000).map((paise) => ({ kind: "set" as const, paise })),
    ),
    stop: fc.boolean(),
    weekdays: fc.option(fc.subarray([1, 2, 3, 4, 5, 6, 7]), { nil: undefined }),
  })
  .map(({ weekdays, ...more }) => rule(0, { ...more, when: weekdays ? { weekdays } : {} }));
const rulesWithIds = fc
  .array(anyRule, { maxLength: 8 })
  .map((rules) => rules.map((one, index) => ({ ...one, id: `r${index}` })));

test("the lines of a price explain it whole, it is never below nothing, and no line says nothing", () => {
  fc.assert(
    fc.property(rulesWithIds, (rules) => {
      const priced = priceOf({ ...asked, rules });
      const explained = priced?.steps.reduce((sum, step) => sum + step.amountPaise, priced.basePaise);
      expect(priced?.totalPaise).toBe(explained);
      expect(priced?.totalPaise).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(priced?.totalPaise)).toBe(true);
      expect(priced?.steps.every((step) => step.amountPaise !== 0)).toBe(true);
    }),
  );
});

test("the price does not depend on the order in which rules are read", () => {
  fc.assert(
    fc.property(
      rulesWithIds.chain((rules) =>
        fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })),
      ),
      ([rules, shuffled]) => {
        expect(priceOf({ ...asked, rules: shuffled })).toEqual(priceOf({ ...asked, rules }));
      },
    ),
  );
});
