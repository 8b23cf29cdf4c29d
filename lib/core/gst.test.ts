import fc from "fast-check";
import { expect, test } from "vitest";
import { splitGst } from "./gst";

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

test("a discount's GST is that of the same amount, taken away", () => {
  fc.assert(
    fc.property(fc.nat(10 ** 10), fc.constantFrom(0, 5, 12, 18, 28), (amount, rate) => {
      const { taxablePaise, gstPaise } = splitGst(amount, rate);
      expect(splitGst(0 - amount, rate)).toMatchObject({ taxablePaise: 0 - taxablePaise, gstPaise: 0 - gstPaise });
    }),
  );
});
