import { expect, test } from "vitest";
import { spanFilter } from "./filters";

const today = "2027-02-07";

test("a span is this month, or a year at the most", () => {
  expect(spanFilter({}, today)).toMatchObject({ from: "2027-02-01", to: today, page: 1 });
  expect(spanFilter({ from: "2020-01-01" }, today)).toMatchObject({ from: "2026-02-06", to: today });
  expect(spanFilter({ from: "2027-03-01" }, today)).toMatchObject({ from: "2027-03-01", to: "2027-03-01" });
});

test.each(["0000-01-01", "9999-12-31", "2027-02-29", "soon"])("the day %s is as good as none", (text) => {
  expect(spanFilter({ from: text, to: text, venue: text, page: text }, today)).toEqual(spanFilter({}, today));
});
