import { expect, test } from "vitest";
import { asciiDigits } from "./digits";

test("each Devanagari digit is its own in ASCII, and nothing else changes", () => {
  expect(asciiDigits("०१२३४५६७८९")).toBe("0123456789");
  expect(asciiDigits("मो. ९८ 76-x")).toBe("मो. 98 76-x");
});
