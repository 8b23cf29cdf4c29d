import fc from "fast-check";
import { expect, test } from "vitest";
import { alternatives } from "./alternatives";
import type { SlotState } from "./availability";
import { addDays, daysBetween } from "./local-date";

const slot = (spaceId: string, slotId: string, state: SlotState) => ({ spaceId, slotId, state, pricePaise: 100 });
const SPACES = [
  { id: "hall", capacity: 500 },
  { id: "lawn", capacity: 1200 },
];
const WANTED = { date: "2027-02-06", spaceId: "hall", slotId: "evening" };

const day = (date: string, slots: ReturnType<typeof slot>[]) => ({ date, muhurat: false, slots });

test("a taken slot is answered with the other space, the other session, then the nearest dates", () => {
  const days = [
    day("2027-02-01", [slot("hall", "evening", "free")]),
    day("2027-02-06", [
      slot("hall", "evening", "booked"),
      slot("lawn", "evening", "free"),
      slot("hall", "morning", "free"),
      slot("tent", "evening", "free"),
    ]),
    day("2027-02-07", [slot("hall", "evening", "free")]),
    day("2027-02-08", [slot("hall", "evening", "held")]),
  ];
  expect(
    alternatives({ days, spaces: SPACES, wanted: WANTED, guests: 400 }).map(({ why, date }) => [why, date]),
  ).toEqual([
    ["other-space", "2027-02-06"],
    ["other-session", "2027-02-06"],
    ["nearest-date", "2027-02-07"],
    ["nearest-date", "2027-02-01"],
  ]);
});

test("in place of times of one's own the session nearest to them is offered too, where it is free", () => {
  const days = [
    day("2027-02-06", [slot("hall", "morning", "booked"), slot("hall", "evening", "free")]),
    day("2027-02-07", [slot("hall", "evening", "free")]),
  ];
  const offered = (isNear: boolean) =>
    alternatives({ days, spaces: SPACES, wanted: { ...WANTED, isNear }, guests: 400 }).map((one) => one.date);
  expect(offered(true)).toEqual(["2027-02-06", "2027-02-07"]);
  expect(offered(false)).toEqual(["2027-02-07"]);
});

test("guests who do not fit a space are not sent there", () => {
  const days = [
    day("2027-02-06", [slot("lawn", "evening", "free")]),
    day("2027-02-07", [slot("hall", "evening", "free")]),
  ];
  const offered = (guests: number) =>
    alternatives({ days, spaces: SPACES, wanted: WANTED, guests }).map((one) => one.spaceId);
  expect([offered(500), offered(501), offered(1201)]).toEqual([["lawn", "hall"], ["lawn"], []]);
});

test("what is offered is free, seats everyone, is offered once, at most six times, the nearest dates first", () => {
  const states = fc.constantFrom<SlotState>("free", "free", "held", "booked", "closed", "past");
  const sessions = ["morning", "evening", "full"].flatMap((slotId) =>
    SPACES.map(({ id }) => ({ slotId, spaceId: id })),
  );
  const anyDays = fc.array(fc.tuple(...sessions.map(() => states)), { minLength: 1, maxLength: 20 }).map((rows) =>
    rows.map((row, index) =>
      day(
        addDays(WANTED.date, index - 8),
        row.map((state, at) => ({ spaceId: "", slotId: "", ...sessions[at], state, pricePaise: at })),
      ),
    ),
  );
  fc.assert(
    fc.property(anyDays, fc.integer({ min: 1, max: 1500 }), (days, guests) => {
      const offers = alternatives({ days, spaces: SPACES, wanted: WANTED, guests });
      expect(offers.length).toBeLessThanOrEqual(6);
      expect(new Set(offers.map((one) => `${one.date} ${one.spaceId} ${one.slotId}`)).size).toBe(offers.length);
      for (const { date, spaceId, slotId, pricePaise } of offers) {
        const there = days
          .find((one) => one.date === date)
          ?.slots.find((s) => s.spaceId === spaceId && s.slotId === slotId);
        expect(there).toMatchObject({ state: "free", pricePaise });
        expect(SPACES.find((space) => space.id === spaceId)?.capacity).toBeGreaterThanOrEqual(guests);
        expect({ date, spaceId, slotId }).not.toEqual(WANTED);
      }
      const away = offers
        .filter((one) => one.why === "nearest-date")
        .map((one) => Math.abs(daysBetween(WANTED.date, one.date)));
      expect(away).toEqual(away.toSorted((a, b) => a - b));
    }),
  );
});
