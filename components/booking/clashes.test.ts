import { expect, test } from "vitest";
import { clashes } from "./clashes";

const spaces = [
  { id: "hall", partIds: ["hall"] },
  { id: "lawn", partIds: ["lawn"] },
  { id: "whole", partIds: ["hall", "lawn"] },
];
const at = (spaceId: string, from: number, to: number) => ({
  spaceId,
  period: { startsAt: new Date(from * 3_600_000), endsAt: new Date(to * 3_600_000) },
});

test("a part and the whole of a venue clash at the same time", () => {
  expect(clashes(spaces, at("lawn", 10, 14), at("whole", 12, 20))).toBe(true);
  expect(clashes(spaces, at("hall", 10, 14), at("hall", 9, 23))).toBe(true);
});

test("two parts never clash, nor do two functions one after the other", () => {
  expect(clashes(spaces, at("lawn", 10, 14), at("hall", 10, 14))).toBe(false);
  expect(clashes(spaces, at("hall", 10, 14), at("hall", 14, 20))).toBe(false);
});

test("a space that the venue no longer has clashes with nothing", () => {
  expect(clashes(spaces, at("gone", 10, 14), at("gone", 10, 14))).toBe(false);
});
