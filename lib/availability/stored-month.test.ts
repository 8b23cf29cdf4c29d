import { expect, test } from "vitest";
import { monthDates } from "@/lib/core/local-date";
import type { Month } from "./month";
import { readMonth, writeMonth } from "./stored-month";

const now = Date.UTC(2027, 1, 1);
const slot = {
  slotId: "01900000-0000-7000-8000-000000000001",
  spaceId: "01900000-0000-7000-8000-000000000002",
  startsAt: new Date("2027-02-01T10:30:00Z"),
  endsAt: new Date("2027-02-01T17:30:00Z"),
  pricePaise: 5_200_000,
};
const month: Month = {
  until: now + 60_000,
  days: monthDates("2027-02").map((date, n) => ({
    date,
    muhurat: n === 6,
    slots:
      n === 0
        ? [{ ...slot, state: "held", heldUntil: new Date(now + 123_456) }]
        : [{ ...slot, state: n % 2 ? "free" : "booked", heldUntil: null }],
  })),
};

test("a month comes back from the cache as it went in", () => {
  expect(readMonth(writeMonth(month), "2027-02", now)).toEqual(month);
});

test.each([
  ["nothing", ""],
  ["a page", "<html>"],
  ["null", "null"],
  ["an empty month", JSON.stringify({ until: now + 1, ids: [], days: [] })],
  ["an id that is not there", writeMonth(month).replace(/"ids":\[[^\]]*\]/, '"ids":[]')],
  ["a state that is not one", writeMonth(month).replace(/,1,5200000/, ",9,5200000")],
  ["a month that claims to hold for years", writeMonth({ ...month, until: now + 10 ** 12 })],
  ["a month that held until just now", writeMonth({ ...month, until: now })],
])("%s is not taken for a month", (_, text) => {
  expect(readMonth(text, "2027-02", now)).toBeNull();
});

test("a month is not taken for a longer one", () => {
  expect(readMonth(writeMonth(month), "2027-03", now)).toBeNull();
});
