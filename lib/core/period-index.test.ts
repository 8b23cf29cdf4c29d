import fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps, type Period } from "./period";
import { indexPeriods, touching } from "./period-index";

const at = (minute: number) => new Date(Date.UTC(2027, 0, 1) + minute * 60_000);
const period = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]): Period => ({ startsAt: at(start), endsAt: at(start + length) }));

test("the index finds what reading everything would find", () => {
  fc.assert(
    fc.property(fc.array(period, { maxLength: 30 }), period, (periods, asked) => {
      const items = periods.map((one, id) => ({ id, period: one }));
      const found = touching(indexPeriods(items), asked).map((item) => item.id);
      const expected = items.filter((item) => overlaps(item.period, asked)).map((item) => item.id);
      expect(found.toSorted((a, b) => a - b)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
