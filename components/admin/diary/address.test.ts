import { expect, test } from "vitest";
import { diaryHref, parseDiary, turned } from "./address";

const today = "2027-02-03";

test("an address survives being written and read; nonsense is this week", () => {
  const query = { view: "month", date: "2027-05-31", venue: "sai" } as const;
  const search = new URL(diaryHref("/en/admin/diary", query), "http://x").searchParams;
  expect(parseDiary(Object.fromEntries(search), today)).toEqual(query);
  expect(parseDiary({ view: "x", date: "2027-02-30", venue: ["a", "b"] }, today)).toEqual({
    view: "week",
    date: today,
    venue: null,
  });
});

test("turning the page goes a week, or to the first of the month beside it", () => {
  const query = { date: "2027-01-31", venue: null } as const;
  expect(turned({ ...query, view: "week" }, 1).date).toBe("2027-02-07");
  expect(turned({ ...query, view: "month" }, 1).date).toBe("2027-02-01");
  expect(turned({ ...query, view: "month" }, -1).date).toBe("2026-12-01");
});
