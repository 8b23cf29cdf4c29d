import { expect, test } from "vitest";
import { readDateAhead } from "./read-date-ahead";

test.each([
  ["14/2", "2027-02-14"],
  ["14 2", "2027-02-14"],
  ["14.2.28", "2028-02-14"],
  ["22/11", "2026-11-22"],
  ["21-11", "2027-11-21"],
  ["१४/२", "2027-02-14"],
  ["14 feb", "2027-02-14"],
  ["१४ फेब्रु", "2027-02-14"],
  ["Feb 14", "2027-02-14"],
  ["29/2", "2028-02-29"],
  ["1/1/2026", "2026-01-01"],
])("%s, typed on 22 November 2026, is %s", (text, date) => {
  expect(readDateAhead(text, "2026-11-22")).toBe(date);
});

test.each(["", "14", "31/2", "14/13", "feb", "soon"])("%j is no day", (text) => {
  expect(readDateAhead(text, "2026-11-22")).toBeNull();
});
