import { expect, test } from "vitest";
import { readAmount } from "./read-amount";

test.each([
  ["1,25,000", 12_500_000],
  ["₹ १,२५,०००/-", 12_500_000],
  ["Rs. 50000.50", 5_000_050],
  ["Rs 50,000/-", 5_000_000],
  ["1.25 lakh", 12_500_000],
  ["५० हजार", 5_000_000],
  ["रु. ५००", 50_000],
  ["72K", 7_200_000],
  ["0", 0],
])("%s is an amount", (text, paise) => expect(readAmount(text)).toBe(paise));

test.each(["", "paid", "50,000 + 20,000", "-500", "9876543210", "12 crore people"])("%s is none", (text) =>
  expect(readAmount(text)).toBeNull(),
);
