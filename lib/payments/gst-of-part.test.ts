import * as fc from "fast-check";
import { expect, test } from "vitest";
import { gstOfPart } from "./gst-of-part";

test("an advance carries the GST of what it is an advance on", () => {
  const lines = [
    { gstRate: 18, sac: "997212", amountPaise: 5_000_000 },
    { gstRate: 18, sac: "997212", amountPaise: -1_000_000 },
    { gstRate: 5, sac: "996334", amountPaise: 1_000_000 },
  ];
  expect(gstOfPart(1_250_000, lines)).toEqual([
    { gstRate: 18, sac: "997212", amountPaise: 1_000_000, taxablePaise: 847_458, cgstPaise: 76_271, sgstPaise: 76_271 },
    { gstRate: 5, sac: "996334", amountPaise: 250_000, taxablePaise: 238_095, cgstPaise: 5_953, sgstPaise: 5_952 },
  ]);
});

test("the parts sum to the amount to the paisa, whatever the lines", () => {
  const line = fc.record({
    gstRate: fc.constantFrom(0, 5, 12, 18, 28),
    sac: fc.constantFrom("997212", "996334"),
    amountPaise: fc.integer({ min: 1, max: 50_000_000 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90_000_000 }),
      fc.array(line, { minLength: 1, maxLength: 8 }),
      (paid, lines) => {
        const parts = gstOfPart(paid, lines);
        expect(parts.reduce((sum, part) => sum + part.amountPaise, 0)).toBe(paid);
        for (const part of parts) {
          expect(part.taxablePaise + part.cgstPaise + part.sgstPaise).toBe(part.amountPaise);
          expect(part.amountPaise).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});
