import { expect, test } from "vitest";
import { asciiDigits, readCount } from "./digits";

test("each Devanagari digit is its own in ASCII, and nothing else changes", () => {
  expect(asciiDigits("०१२३४५६७८९")).toBe("0123456789");
  expect(asciiDigits("मो. ९८ 76-x")).toBe("मो. 98 76-x");
});

test.each([
  ["३००", 300],
  [" 1,२०० ", 1200],
  ["007", 7],
  ["100000", 100_000],
])("a count is read as people write it: %s", (text, count) => {
  expect(readCount(text, 100_000)).toBe(count);
});

test.each(["", "0", "-5", "2.5", "1e3", "0x10", "many", "100001", "9".repeat(30)])("%s is no count", (text) => {
  expect(readCount(text, 100_000)).toBeNull();
});
