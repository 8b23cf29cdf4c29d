import { expect, test } from "vitest";
import { BLOCKING_STATUSES, BOOKING_STATUSES, TRANSITIONS } from "./booking-state";
import { isFirm, isOpen } from "./booking-status";

test("what may expire is open, and nothing else is", () => {
  const expiring = new Set(TRANSITIONS.filter(({ event }) => event === "expire").map(({ from }) => from));
  expect(BOOKING_STATUSES.filter(isOpen)).toEqual(BOOKING_STATUSES.filter((status) => expiring.has(status)));
});

test("a claim on a hall is open, firm or a closed day, and only one of them", () => {
  for (const status of BLOCKING_STATUSES) {
    expect([isOpen(status), isFirm(status), status === "blackout"].filter(Boolean)).toHaveLength(1);
  }
  const over = BOOKING_STATUSES.filter((status) => !BLOCKING_STATUSES.some((one) => one === status));
  expect(over.some((status) => isOpen(status) || isFirm(status))).toBe(false);
});
