import { expect, test } from "vitest";
import { cellsOf, dayUnder, nearestFree, pickedSlot } from "./cells";
import type { CalendarDay, CalendarSlot } from "./types";

const venue = {
  id: "v",
  slug: "sai",
  advance: { kind: "percent" as const, percent: 25 },
  spaces: [
    { id: "hall", name: "Hall", capacity: 500 },
    { id: "lawn", name: "Lawn", capacity: 1200 },
  ],
  slots: [
    { id: "morning", name: "Morning", times: "", spaceIds: ["hall"] },
    { id: "day", name: "Full day", times: "", spaceIds: ["hall", "lawn"] },
  ],
};
const everything = { spaceId: null, slotId: null, guests: null };
const times = { startsAt: "2027-02-07T03:30:00Z", endsAt: "2027-02-07T17:30:00Z" };
const slot = (spaceId: string, slotId: string, state: CalendarSlot["state"], pricePaise: number): CalendarSlot => ({
  ...{ spaceId, slotId, state, pricePaise },
  ...times,
});
const day: CalendarDay = {
  date: "2027-02-07",
  muhurat: true,
  slots: [
    slot("lawn", "day", "free", 900_00),
    slot("hall", "day", "free", 700_00),
    slot("hall", "morning", "booked", 400_00),
  ],
};

test("a cell shows the lowest price among what is free, under the filter", () => {
  expect(cellsOf([day], everything, venue.spaces)).toEqual([
    { date: "2027-02-07", muhurat: true, state: "part", lowestPaise: 700_00 },
  ]);
  expect(cellsOf([day], { ...everything, guests: 800 }, venue.spaces)[0]).toMatchObject({
    state: "free",
    lowestPaise: 900_00,
  });
  expect(dayUnder(day, { ...everything, spaceId: "hall" }, venue.spaces).slots).toHaveLength(2);
});

test("a pick holds while it is free; else the first free session in the hall's order", () => {
  expect(pickedSlot(day, { spaceId: "lawn", slotId: "day" }, venue)).toMatchObject({ spaceId: "lawn" });
  expect(pickedSlot(day, { spaceId: "hall", slotId: "morning" }, venue)).toMatchObject({
    spaceId: "hall",
    slotId: "day",
  });
  expect(pickedSlot({ ...day, slots: [] }, null, venue)).toBeNull();
});

test("a full day offers the nearest days with room, in order", () => {
  const cell = (date: string, state: "free" | "part" | "full") => ({ date, state, muhurat: false, lowestPaise: null });
  const cells = [
    cell("2027-02-01", "free"),
    cell("2027-02-06", "part"),
    cell("2027-02-07", "full"),
    cell("2027-02-08", "free"),
  ];
  expect(nearestFree(cells, "2027-02-07")).toEqual(["2027-02-01", "2027-02-06", "2027-02-08"]);
});
