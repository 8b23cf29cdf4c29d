import fc from "fast-check";
import { expect, test } from "vitest";
import { BOOKING_STATUSES, type BookingEvent, type BookingStatus, statusAfter, TRANSITIONS } from "./booking-state";

const EVENTS = [...new Set(TRANSITIONS.map((row) => row.event))];
const FINAL = ["completed", "cancelled", "expired", "rejected"] as const;
const TRIGGERS = ["advance_paid", "approval", "advance_paid_and_approval"] as const;
const facts = fc.record({
  confirmation: fc.constantFrom(...TRIGGERS),
  paid: fc.boolean(),
  approved: fc.boolean(),
});
const event = fc.constantFrom<BookingEvent>(...EVENTS);

test("what is over stays over, but for money or an approval that comes late to what expired, and an import that is undone", () => {
  fc.assert(
    fc.property(fc.constantFrom(...FINAL), event, facts, (from, what, known) => {
      const next = statusAfter(from, what, known);
      if (from === "expired" && (what === "late_payment" || what === "approve_again"))
        expect(next).toMatch(/^(confirmed|pending)$/);
      else if (from === "completed" && what === "undo_import") expect(next).toBe("cancelled");
      else expect(next ?? from).toBe(from);
    }),
  );
});

test("a status changes only as the table says, and every row of the table happens", () => {
  const rows = new Set(
    TRANSITIONS.filter((row) => row.from !== null).map((row) => `${row.from} ${row.event} ${row.to}`),
  );
  const seen = new Set<string>();
  for (const from of BOOKING_STATUSES)
    for (const what of EVENTS)
      for (const confirmation of TRIGGERS)
        for (const paid of [false, true])
          for (const approved of [false, true]) {
            const next = statusAfter(from, what, { confirmation, paid, approved });
            if (next !== null) seen.add(`${from} ${what} ${next}`);
          }
  expect(seen).toEqual(rows);
});

test.each([
  ["temp_hold", "submit", "pending"],
  ["temp_hold", "approve", "confirmed"],
  ["temp_hold", "expire", "expired"],
  ["temp_hold", "cancel", "cancelled"],
  ["temp_hold", "reject", null],
  ["temp_hold", "complete", null],
  ["pending", "submit", null],
  ["pending", "reject", "rejected"],
  ["pending", "expire", "expired"],
  ["pending", "cancel", "cancelled"],
  ["pending", "complete", null],
  ["confirmed", "expire", null],
  ["confirmed", "reject", null],
  ["confirmed", "cancel", "cancelled"],
  ["confirmed", "complete", "completed"],
  ["completed", "cancel", null],
  ["temp_hold", "reschedule", "temp_hold"],
  ["pending", "reschedule", "pending"],
  ["confirmed", "reschedule", "confirmed"],
  ["completed", "reschedule", null],
  ["cancelled", "late_payment", "cancelled"],
  ["rejected", "late_payment", "rejected"],
] as const)("%s, %s: %s, whatever the venue's trigger", (from, what, to) => {
  for (const confirmation of TRIGGERS)
    expect(statusAfter(from, what, { confirmation, paid: true, approved: true })).toBe(to);
});

test("any history ends in a status of the table, and completing needs a confirmation first", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(event, facts), { maxLength: 20 }), (history) => {
      let now: BookingStatus = "temp_hold";
      const seen: BookingStatus[] = [now];
      for (const [what, known] of history) {
        now = statusAfter(now, what, known) ?? now;
        seen.push(now);
      }
      if (seen.includes("completed")) expect(seen).toContain("confirmed");
    }),
  );
});

test.each([
  ["advance_paid", false, "confirmed"],
  ["approval", false, "pending"],
  ["approval", true, "confirmed"],
  ["advance_paid_and_approval", false, "pending"],
  ["advance_paid_and_approval", true, "confirmed"],
] as const)(
  "a payment on a hold where the venue confirms by %s (approved: %s) leads to %s",
  (confirmation, approved, to) => {
    expect(statusAfter("temp_hold", "pay", { confirmation, approved, paid: true })).toBe(to);
  },
);

test("approval waits for the advance where the venue wants both", () => {
  const both = { confirmation: "advance_paid_and_approval" as const, approved: true };
  expect(statusAfter("pending", "approve", { ...both, paid: false })).toBe("pending");
  expect(statusAfter("pending", "approve", { ...both, paid: true })).toBe("confirmed");
});
