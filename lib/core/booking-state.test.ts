import fc from "fast-check";
import { expect, test } from "vitest";
import { BOOKING_STATUSES, type BookingEvent, type BookingStatus, statusAfter, TRANSITIONS } from "./booking-state";

const EVENTS = [...new Set(TRANSITIONS.map((row) => row.event))];
const facts = fc.record({
  confirmation: fc.constantFrom("advance_paid" as const, "approval" as const, "advance_paid_and_approval" as const),
  paid: fc.boolean(),
  approved: fc.boolean(),
});
const status = fc.constantFrom(...BOOKING_STATUSES);
const event = fc.constantFrom<BookingEvent>(...EVENTS);

test("what is over stays over, but for a payment that comes late to an expired hold", () => {
  fc.assert(
    fc.property(status, event, facts, (from, what, known) => {
      const next = statusAfter(from, what, known);
      if (from === "completed" || from === "cancelled" || from === "rejected") expect(next).toBeNull();
      if (from === "expired") expect(next === null || what === "late_payment").toBe(true);
    }),
  );
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
