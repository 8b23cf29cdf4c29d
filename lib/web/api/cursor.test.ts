import { expect, test } from "vitest";
import { endOf, openCursor, sealCursor } from "./cursor";

const end = "1799999999000000.0192f0c1-5b7e-7c41-9a3e-2d1f6b8c0a11";
const list = { id: "listBookings", params: {}, query: { limit: 40, sort: "-startTs", q: "Jadhav", status: undefined } };
const sealed = sealCursor(end, list);

test("what was sealed for a list is opened there, with any number of rows a page", () => {
  expect(endOf(sealed)).toBe(end);
  expect(openCursor(sealed, list)).toBe(end);
  const later = { ...list, query: { q: "JADHAV", sort: "-startTs", limit: 3, cursor: sealed } };
  expect(openCursor(sealed, later)).toBe(end);
});

test.each([
  ["another order", { ...list, query: { ...list.query, sort: "startTs" } }],
  ["a filter more", { ...list, query: { ...list.query, status: "confirmed" } }],
  ["a filter less", { ...list, query: { ...list.query, q: undefined } }],
  ["another operation", { ...list, id: "listUsers" }],
  ["another path", { ...list, params: { id: "0192f0c1-5b7e-7c41-9a3e-2d1f6b8c0a11" } }],
])("%s does not open it", (_, other) => {
  expect(openCursor(sealed, other)).toBeNull();
});

test.each([
  "",
  "x",
  end,
  `${end}.`,
  `${end}.0123456789`,
  `${sealed}x`,
  `x${sealed}`,
  `${end.slice(1)}${sealed.slice(-11)}`,
])("%j is no cursor of this list", (text) => {
  expect(openCursor(text, list)).toBeNull();
});
