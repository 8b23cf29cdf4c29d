import { expect, test } from "vitest";
import { claim, input, NOW, PRICES, SLOTS, SPACES, slot, stateOf } from "@/db/testing/calendar";
import { type Claim, daysOf, nextChangeAt } from "./availability";
import { BLOCKING_STATUSES, BOOKING_STATUSES } from "./booking-state";

test("a booked part makes the whole unavailable, and leaves the other part free", () => {
  const days = daysOf(input([claim("a", "2027-02-07", "16:00", 420, "confirmed")]));
  expect(stateOf(days, "2027-02-07", "a", "evening")?.state).toBe("booked");
  expect(stateOf(days, "2027-02-07", "whole", "evening")?.state).toBe("booked");
  expect(stateOf(days, "2027-02-07", "b", "evening")?.state).toBe("free");
  expect(stateOf(days, "2027-02-07", "a", "morning")?.state).toBe("free");
});

test("a hall day blocks the next morning", () => {
  const days = daysOf(input([claim("a", "2027-02-07", "16:00", 1380, "confirmed")]));
  expect(stateOf(days, "2027-02-08", "a", "morning")?.state).toBe("booked");
  expect(stateOf(days, "2027-02-08", "a", "evening")?.state).toBe("free");
});

test("sessions half an hour of set-up and clean-up apart do not collide; any closer they do", () => {
  const morning = claim("a", "2027-02-07", "09:00", 360, "confirmed");
  expect(stateOf(daysOf(input([morning])), "2027-02-07", "a", "evening")?.state).toBe("free");
  const late = claim("a", "2027-02-07", "09:00", 361, "confirmed");
  expect(stateOf(daysOf(input([late])), "2027-02-07", "a", "evening")?.state).toBe("booked");
});

test("a lapsed hold is free, a live one held until it lapses, and the firmest claim decides", () => {
  const soon = new Date(NOW.getTime() + 600_000);
  const hold = claim("a", "2027-02-07", "16:00", 420, "temp_hold", soon);
  expect(stateOf(daysOf(input([hold])), "2027-02-07", "a", "evening")).toMatchObject({
    state: "held",
    heldUntil: soon,
  });
  expect(stateOf(daysOf(input([hold], soon)), "2027-02-07", "a", "evening")).toMatchObject({
    state: "free",
    heldUntil: null,
  });
  const closed = claim("b", "2027-02-07", "16:00", 420, "blackout");
  expect(stateOf(daysOf(input([hold, closed])), "2027-02-07", "whole", "evening")).toMatchObject({
    state: "closed",
    heldUntil: null,
  });
});

test("a claim is in the way exactly while the constraint guards it", () => {
  for (const status of [...BOOKING_STATUSES, "blackout" as const]) {
    const days = daysOf(input([claim("a", "2027-02-07", "16:00", 420, status)]));
    const guarded = BLOCKING_STATUSES.some((one) => one === status);
    expect([status, stateOf(days, "2027-02-07", "a", "evening")?.state !== "free"]).toEqual([status, guarded]);
  }
});

test("what starts within the lead time is past, what starts beyond the horizon is closed", () => {
  const days = daysOf(input([]));
  expect(stateOf(days, "2027-02-04", "a", "evening")?.state).toBe("past");
  expect(stateOf(days, "2027-02-05", "a", "morning")?.state).toBe("past");
  expect(stateOf(days, "2027-02-05", "a", "evening")?.state).toBe("free");
  const far = daysOf({ ...input([]), from: "2029-02-05", to: "2029-02-06" });
  expect([
    stateOf(far, "2029-02-05", "a", "evening")?.state,
    stateOf(far, "2029-02-06", "a", "evening")?.state,
  ]).toEqual(["free", "closed"]);
});

test("the next change is the lapse of a hold, the closing of a session, or midnight, whichever comes first", () => {
  const next = (claims: Claim[], now: string) => nextChangeAt(input(claims, new Date(now)));
  const soon = new Date("2027-02-05T06:40:00Z");
  const hold = claim("a", "2027-02-07", "16:00", 420, "temp_hold", soon);
  expect(next([hold], "2027-02-05T06:30:00Z")).toEqual(soon);
  // 14:00 at the hall is the last moment for the evening from 16:00, two hours ahead.
  expect(next([hold], "2027-02-05T06:40:00Z")).toEqual(new Date("2027-02-05T08:30:00.001Z"));
  expect(next([hold], "2027-02-05T08:30:00.001Z")).toEqual(new Date("2027-02-05T18:30:00Z"));
  expect(next([{ ...hold, status: "confirmed" }], "2027-02-05T06:30:00Z")).toEqual(
    new Date("2027-02-05T08:30:00.001Z"),
  );
});

test("a hold that waits for the hall has no end; of several the last to lapse counts", () => {
  const early = new Date(NOW.getTime() + 600_000);
  const late = new Date(NOW.getTime() + 900_000);
  const held = (...expiries: (Date | null)[]) =>
    stateOf(
      daysOf(input(expiries.map((at, i) => claim(i === 0 ? "a" : "b", "2027-02-07", "16:00", 420, "pending", at)))),
      ...(["2027-02-07", "whole", "evening"] as const),
    )?.heldUntil;
  expect(held(early, late)).toEqual(late);
  expect(held(late, early)).toEqual(late);
  expect(held(early, null)).toBeNull();
});

test("only what has a price, on its weekday, in a space of its own is on sale, in the hall's own order", () => {
  const [morning, evening] = SLOTS;
  const days = daysOf({
    ...input([]),
    spaces: SPACES.toReversed(),
    slots: [
      { ...slot("evening", "16:00", 420, 1), spaceIds: ["a", "whole"], weekdays: [7] },
      { ...slot("morning", "09:00", 360, 0), spaceIds: ["a", "b"] },
    ],
    prices: PRICES.filter((price) => !(price.spaceId === "b" && price.slotId === "morning")),
  });
  const offered = (date: string) =>
    days.find((day) => day.date === date)?.slots.map((one) => [one.slotId, one.spaceId]);
  expect(offered("2027-02-06")).toEqual([[morning?.id, "a"]]);
  expect(offered("2027-02-07")).toEqual([
    [morning?.id, "a"],
    [evening?.id, "a"],
    [evening?.id, "whole"],
  ]);
});

test("a muhurat day is marked, and costs what its rules say", () => {
  const auspicious = {
    ...{ id: "m", label: { en: "Muhurat" }, position: 1, spaceId: null, slotId: null, stop: false },
    ...{ when: { muhurat: true }, adjust: { kind: "percent" as const, percent: 50 } },
  };
  const days = daysOf({ ...input([]), rules: [auspicious] });
  expect(days.filter((day) => day.muhurat).map((day) => day.date)).toEqual(["2027-02-07"]);
  expect(stateOf(days, "2027-02-07", "a", "morning")?.pricePaise).toBe(1500);
  expect(stateOf(days, "2027-02-08", "a", "morning")?.pricePaise).toBe(1000);
});

test("a range the wrong way round has no days", () => {
  expect(daysOf({ ...input([]), from: "2027-02-09", to: "2027-02-04" })).toEqual([]);
});
