import { expect, test } from "vitest";
import { isUnchanged } from "./etag";

const etag = 'W/"7-abc"';

test.each([
  [null, false],
  ["", false],
  ['W/"7-abc"', true],
  ['"7-abc"', true],
  ['"6-xyz", W/"7-abc"', true],
  ["*", true],
  ['"7-ab"', false],
  ["7-abc", false],
])("If-None-Match %s", (header, expected) => {
  expect(isUnchanged(header, etag)).toBe(expected);
});
