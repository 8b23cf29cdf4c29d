import { expect, test } from "vitest";
import { yearsOf } from "./yearly";

test("each year that is not over and begins within the horizon", () => {
  expect(yearsOf({ startsOn: "11-08", days: 3 }, "2026-11-10", "2028-11-09")).toEqual([
    { from: "2026-11-08", to: "2026-11-10" },
    { from: "2027-11-08", to: "2027-11-10" },
    { from: "2028-11-08", to: "2028-11-10" },
  ]);
});

test("days that run into the new year belong to the year in which they begin", () => {
  expect(yearsOf({ startsOn: "12-30", days: 5 }, "2027-01-02", "2027-12-01")).toEqual([
    { from: "2026-12-30", to: "2027-01-03" },
  ]);
});

test("the 29th of February is the 28th in a year without it", () => {
  expect(yearsOf({ startsOn: "02-29", days: 1 }, "2027-01-01", "2028-12-31")).toEqual([
    { from: "2027-02-28", to: "2027-02-28" },
    { from: "2028-02-29", to: "2028-02-29" },
  ]);
});
