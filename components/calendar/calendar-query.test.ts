import { expect, test } from "vitest";
import { formatCalendarQuery, parseCalendarQuery, shiftMonth } from "./calendar-query";

test("an address gives back the query it was made of", () => {
  const query = {
    month: "2027-02",
    spaceId: "hall-1",
    slotId: "day-1",
    guests: 400,
    date: "2027-02-07",
    pick: { spaceId: "hall-1", slotId: "day-1" },
  };
  const address = formatCalendarQuery(query);
  expect(address).toBe("?month=2027-02&space=hall-1&slot=day-1&guests=400&date=2027-02-07&pick=hall-1~day-1");
  expect(parseCalendarQuery(Object.fromEntries(new URLSearchParams(address)))).toEqual(query);
});

test("what is not understood is left out", () => {
  const nothing = { month: null, spaceId: null, slotId: null, guests: null, date: null, pick: null };
  expect(parseCalendarQuery({})).toEqual(nothing);
  expect(
    parseCalendarQuery({ month: "2027-13", date: "2027-02-30", guests: "-4", space: "<script>", slot: "", pick: "x" }),
  ).toEqual(nothing);
  expect(parseCalendarQuery({ date: ["2027-02-07", "2027-02-08"] }).month).toBe("2027-02");
});

test("guests are read in Devanagari digits", () => {
  expect(parseCalendarQuery({ guests: "४००" }).guests).toBe(400);
});

test("months shift over the end of a year", () => {
  expect(shiftMonth("2027-12", 1)).toBe("2028-01");
  expect(shiftMonth("2027-01", -1)).toBe("2026-12");
});
