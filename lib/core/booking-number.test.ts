import fc from "fast-check";
import { expect, test } from "vitest";
import { bookingNumber, financialYear, receiptNumber, refundVoucherNumber } from "./booking-number";

test("numbers are read aloud over the phone: prefix, year, four digits", () => {
  expect([bookingNumber("PAR", 2026, 1), bookingNumber("PAR", 2026, 12345)]).toEqual([
    "PAR-2026-0001",
    "PAR-2026-12345",
  ]);
});

test("India's year of account runs from April to March", () => {
  expect(["2027-03-31", "2027-04-01", "1999-12-31"].map(financialYear)).toEqual(["2026-27", "2027-28", "1999-00"]);
});

test("receipts and vouchers tell themselves apart in the 16 characters that GST rules allow", () => {
  expect([receiptNumber("PAR", "2026-27", 107), refundVoucherNumber("PAR", "2026-27", 12)]).toEqual([
    "PAR/R26-27/0107",
    "PAR/V26-27/0012",
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (n) => {
      expect(receiptNumber("PAR", "2026-27", n).length).toBeLessThanOrEqual(16);
      expect(refundVoucherNumber("PAR", "2026-27", n)).not.toBe(receiptNumber("PAR", "2026-27", n));
    }),
  );
});
