import { expect, test } from "vitest";
import type { AvailabilityDay, SlotState } from "./availability";
import { compareCalendars } from "./calendar-change";

const day = (date: string, pricePaise: number, state: SlotState = "free"): AvailabilityDay => ({
  ...{ date, muhurat: false },
  slots: [
    {
      ...{ slotId: "evening", spaceId: "hall", startsAt: new Date(0), endsAt: new Date(1), heldUntil: null },
      ...{ state, pricePaise },
    },
  ],
});

test("only what families may book counts, by what it does to them", () => {
  const before = [
    day("2027-01-01", 100),
    day("2027-01-02", 100),
    day("2027-01-03", 100, "booked"),
    day("2027-01-04", 100),
  ];
  const after = [
    day("2027-01-01", 120),
    day("2027-01-02", 80),
    day("2027-01-03", 500, "booked"),
    day("2027-01-05", 100),
  ];
  expect(compareCalendars(before, after)).toEqual({
    ...{ dearer: 1, cheaper: 1, opened: 1, closed: 1 },
    examples: [
      { date: "2027-01-01", spaceId: "hall", slotId: "evening", beforePaise: 100, afterPaise: 120 },
      { date: "2027-01-02", spaceId: "hall", slotId: "evening", beforePaise: 100, afterPaise: 80 },
    ],
  });
});

test("the same calendar twice is no change", () => {
  const days = [day("2027-01-01", 100), day("2027-01-02", 100, "held")];
  expect(compareCalendars(days, days)).toEqual({ dearer: 0, cheaper: 0, opened: 0, closed: 0, examples: [] });
});
