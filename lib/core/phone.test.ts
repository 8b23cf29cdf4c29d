import { expect, test } from "vitest";
import { formatPhone, maskPhone, parsePhone } from "./phone";

test.each([
  "9876543210",
  "+91 98765 43210",
  "098765-43210",
  "0091 9876543210",
  "91 9876543210",
  "+91 (0) 98765–43210",
  "९८७६५४३२१०",
  "\u202a+91 98765 43210\u202c", // as copied from a contact: with marks of direction
])("%s is a mobile", (text) => {
  expect(parsePhone(text)).toBe("+919876543210");
});

test("a number may itself begin with 91", () => {
  expect(parsePhone("9123456789")).toBe("+919123456789");
});

test.each(["", "12345", "5876543210", "+1 415 555 0100", "98765432101", "98765abc10"])("%s is not", (text) => {
  expect(parsePhone(text)).toBeNull();
});

test("a masked phone tells two digits and three", () => {
  expect(maskPhone("+919876543210")).toBe("+91 98••• ••210");
  expect(formatPhone("+919876543210")).toBe("+91 98765 43210");
});
