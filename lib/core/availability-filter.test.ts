import { expect, test } from "vitest";
import type { SlotState } from "./availability";
import { filterDays, isFreeMuhurat, isFreeSaturday, nextFree, summarizeDay } from "./availability-filter";

const slot = (spaceId: string, slotId: string, state: SlotState, pricePaise = 100) => ({
  spaceId,
  slotId,
  state,
  pricePaise,
});
const day = (date: string, slots: ReturnType<typeof slot>[], muhurat = false) => ({ date, muhurat, slots });
const SPACES = [
  { id: "hall", capacity: 500 },
  { id: "lawn", capacity: 1200 },
];

test.each([
  [["free", "free"], "free"],
  [["free", "booked"], "part"],
  [["booked", "held"], "full"],
  [["closed", "closed"], "closed"],
  [["closed", "past"], "closed"],
  [["past", "past"], "past"],
  [["past", "free"], "free"],
  [["past", "booked"], "full"],
  [[], "closed"],
] as [SlotState[], string][])("a day of %j sessions is %s", (states, word) => {
  expect(
    summarizeDay(
      day(
        "2027-02-06",
        states.map((state, i) => slot("hall", `s${i}`, state)),
      ),
    ).state,
  ).toBe(word);
});

test("the lowest price is that of what is free", () => {
  const summary = summarizeDay(
    day("2027-02-06", [slot("hall", "a", "booked", 10), slot("hall", "b", "free", 30), slot("hall", "c", "free", 20)]),
  );
  expect(summary).toMatchObject({ lowestPricePaise: 20, freeCount: 2, total: 3 });
});

test("filters keep what fits the guests, the space and the session", () => {
  const days = [day("2027-02-06", [slot("hall", "a", "free"), slot("lawn", "a", "free"), slot("lawn", "b", "free")])];
  expect(filterDays(days, { guests: 600 }, SPACES)[0]?.slots).toHaveLength(2);
  expect(filterDays(days, { guests: 600, slotId: "b" }, SPACES)[0]?.slots).toEqual([slot("lawn", "b", "free")]);
  expect(filterDays(days, { spaceId: "hall" }, SPACES)[0]?.slots).toHaveLength(1);
});

test("the next free Saturday and the free muhurat dates", () => {
  const days = [
    day("2027-02-05", [slot("hall", "a", "free")], true),
    day("2027-02-06", [slot("hall", "a", "booked")]),
    day("2027-02-13", [slot("hall", "a", "free")]),
  ];
  expect(nextFree(days, isFreeSaturday)?.date).toBe("2027-02-13");
  expect(days.filter(isFreeMuhurat).map((one) => one.date)).toEqual(["2027-02-05"]);
});
