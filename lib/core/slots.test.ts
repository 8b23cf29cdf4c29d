import { expect, test } from "vitest";
import { periodOf } from "./period";
import { expandSlot, type Slot } from "./slots";

const hallDay: Slot = {
  id: "hall-day",
  spaceIds: ["hall"],
  name: { en: "Hall day" },
  startTime: "16:00",
  lengthMinutes: 1380,
  weekdays: [6, 7],
  sortOrder: 0,
};

test("a session takes place on its weekdays, from 16:00 until 15:00 the next day", () => {
  expect(expandSlot(hallDay, "2027-02-05", "Asia/Kolkata")).toBeNull();
  expect(expandSlot(hallDay, "2027-02-06", "Asia/Kolkata")).toEqual({
    startsAt: new Date("2027-02-06T10:30:00Z"),
    endsAt: new Date("2027-02-07T09:30:00Z"),
  });
});

test("the session before a change of clocks ends on the clock's time", () => {
  expect(expandSlot(hallDay, "2027-10-30", "Europe/London")).toEqual(
    periodOf("2027-10-30", "16:00", 1380, "Europe/London"),
  );
  expect(expandSlot(hallDay, "2027-10-30", "Europe/London")?.endsAt).toEqual(new Date("2027-10-31T15:00:00Z"));
});
