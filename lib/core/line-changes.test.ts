import { expect, test } from "vitest";
import { lineChanges } from "./line-changes";

const line = (refId: string, amountPaise: number) => ({
  kind: "space" as const,
  refId,
  label: { en: refId },
  amountPaise,
});

test("lines that stay are not told, the others with what they were and are; the differences sum to that of the totals", () => {
  const before = [line("hall", 50_000), line("saturday", 5_000), line("stage", 20_000)];
  const after = [line("hall", 40_000), line("stage", 20_000), line("season", 3_000)];
  const changes = lineChanges(before, after);
  expect(changes).toEqual([
    { label: { en: "saturday" }, before: 5_000, after: null },
    { label: { en: "hall" }, before: 50_000, after: 40_000 },
    { label: { en: "season" }, before: null, after: 3_000 },
  ]);
  expect(changes.reduce((sum, one) => sum + (one.after ?? 0) - (one.before ?? 0), 0)).toBe(63_000 - 75_000);
});

test("two lines of the same thing are told apart by how many there are", () => {
  expect(lineChanges([line("hall", 10), line("hall", 10)], [line("hall", 10)])).toEqual([
    { label: { en: "hall" }, before: 10, after: null },
  ]);
});
