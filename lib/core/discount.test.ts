import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor, StaffRole } from "./actor";
import { discountOf, mostDiscount, withDiscount } from "./discount";
import { splitGst } from "./gst";
import { type QuoteLine, quoteOf, taxed } from "./quote";

const TERMS = { advance: { kind: "percent" as const, percent: 25 }, balanceDueDays: 7, depositPaise: 25_000_00 };
const LIMITS = { staffPercent: 5, managerPercent: 15 };

const line = (amountPaise: number, gstRate: number, kind: QuoteLine["kind"] = "space"): QuoteLine =>
  taxed({
    ...{
      kind,
      functionIndex: null,
      refId: `${kind}${amountPaise}`,
      label: { en: "Line" },
      unit: "booking",
      quantity: 1,
    },
    ...{ unitPricePaise: amountPaise, amountPaise, gstRate, sac: gstRate === 18 ? "997212" : "996334" },
  });
const staff = (role: StaffRole): Actor => ({ kind: "staff", userId: "u", role });

test("staff and managers take off up to the hall's limits, an owner all of it, nobody else anything", () => {
  const most = (actor: Actor) => mostDiscount(actor, 72_000_99, LIMITS);
  expect(most(staff("staff"))).toBe(3_600_04);
  expect(most(staff("manager"))).toBe(10_800_14);
  expect(most(staff("owner"))).toBe(72_000_99);
  expect(most({ kind: "customer", userId: "u", phone: "+919876543210" })).toBe(0);
  expect(most({ kind: "apiKey", keyId: "k", scopes: ["booking.discount"] })).toBe(0);
});

test("a discount is a line with its reason that takes its GST along; the advance is of what remains", () => {
  const quote = withDiscount(quoteOf([line(72_000_00, 18)], TERMS), { paise: 2_000_00, reason: "Old customer" }, TERMS);
  const { taxablePaise, gstPaise } = splitGst(-2_000_00, 18);
  expect(quote.lines[1]).toMatchObject({ kind: "discount", label: { en: "Old customer" }, amountPaise: -2_000_00 });
  expect(quote.lines[1]).toMatchObject({ gstRate: 18, sac: "997212", taxablePaise, gstPaise });
  expect(quote).toMatchObject({ totalPaise: 70_000_00, advancePaise: 17_500_00, depositPaise: 25_000_00 });
  expect(discountOf(quote.lines)).toBe(2_000_00);
});

test("over several rates it is spread in proportion", () => {
  const quote = withDiscount(
    quoteOf([line(60_000_00, 18), line(20_000_00, 5, "add_on")], TERMS),
    { paise: 8_000_00, reason: "Relation" },
    TERMS,
  );
  expect(quote.lines.slice(2).map(({ gstRate, amountPaise }) => [gstRate, amountPaise])).toEqual([
    [18, -6_000_00],
    [5, -2_000_00],
  ]);
});

test("no discount brings a total, or any rate of it, below zero, and lines always sum to the totals", () => {
  const anyLine = fc
    .tuple(fc.integer({ min: -50_000, max: 10 ** 7 }), fc.constantFrom(5, 18))
    .map(([amount, rate]) => line(amount, rate));
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), fc.nat(10 ** 8), (lines, paise) => {
      const before = quoteOf(lines, TERMS);
      fc.pre(before.totalPaise >= 0);
      const after = withDiscount(before, { paise, reason: "r" }, TERMS);
      const off = Math.min(paise, before.totalPaise);
      expect(after.totalPaise).toBe(before.totalPaise - off);
      expect(discountOf(after.lines)).toBe(off);
      expect(after.taxablePaise + after.gstPaise).toBe(after.totalPaise);
      for (const rate of [5, 18]) {
        const sum = (all: QuoteLine[]) => all.reduce((n, one) => (one.gstRate === rate ? n + one.amountPaise : n), 0);
        if (sum(lines) > 0) expect(sum(after.lines)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
