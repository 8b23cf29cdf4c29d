import type { ConfirmationTrigger } from "./venue-settings";

export const BOOKING_STATUSES = [
  "temp_hold",
  "pending",
  "confirmed",
  "completed",
  "cancelled",
  "expired",
  "rejected",
] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];
export type ClaimStatus = BookingStatus | "blackout";

/** What `no_double_booking` guards. */
export const BLOCKING_STATUSES = [
  "temp_hold",
  "pending",
  "confirmed",
  "completed",
  "blackout",
] as const satisfies ClaimStatus[];

export type BookingEvent =
  | "create"
  | "submit"
  | "pay"
  | "approve"
  | "reject"
  | "expire"
  | "cancel"
  | "reschedule"
  | "complete"
  | "late_payment"
  | "undo_import"
  | "approve_again";

/** How things stand once the event has happened. */
export type Facts = {
  confirmation: ConfirmationTrigger;
  /** The advance has come, or comes at the hall. */
  paid: boolean;
  approved: boolean;
};
export type Transition = {
  from: BookingStatus | null;
  event: BookingEvent;
  to: BookingStatus;
  when?: (facts: Facts) => boolean;
};

const confirmsOnPayment = ({ confirmation, approved }: Facts) => confirmation === "advance_paid" || approved;
const approvesFirst = (facts: Facts) => !confirmsOnPayment(facts);
const approvalSuffices = ({ confirmation, paid }: Facts) => confirmation !== "advance_paid_and_approval" || paid;

/** Every way a status may come about; the first row that fits wins. Postgres holds the same pairs in a trigger. */
export const TRANSITIONS: readonly Transition[] = [
  { from: null, event: "create", to: "temp_hold" },
  { from: null, event: "create", to: "pending" },
  { from: null, event: "create", to: "confirmed" },
  { from: null, event: "create", to: "completed" },
  { from: "temp_hold", event: "submit", to: "pending" },
  { from: "temp_hold", event: "pay", to: "confirmed", when: confirmsOnPayment },
  { from: "temp_hold", event: "pay", to: "pending", when: approvesFirst },
  { from: "temp_hold", event: "approve", to: "confirmed" },
  { from: "temp_hold", event: "expire", to: "expired" },
  { from: "temp_hold", event: "cancel", to: "cancelled" },
  { from: "temp_hold", event: "reschedule", to: "temp_hold" },
  { from: "pending", event: "approve", to: "confirmed", when: approvalSuffices },
  { from: "pending", event: "approve", to: "pending" },
  { from: "pending", event: "pay", to: "confirmed", when: confirmsOnPayment },
  { from: "pending", event: "pay", to: "pending" },
  { from: "pending", event: "reject", to: "rejected" },
  { from: "pending", event: "expire", to: "expired" },
  { from: "pending", event: "cancel", to: "cancelled" },
  { from: "pending", event: "reschedule", to: "pending" },
  { from: "confirmed", event: "cancel", to: "cancelled" },
  { from: "confirmed", event: "complete", to: "completed" },
  { from: "confirmed", event: "reschedule", to: "confirmed" },
  { from: "expired", event: "late_payment", to: "confirmed", when: confirmsOnPayment },
  { from: "expired", event: "late_payment", to: "pending", when: approvesFirst },
  { from: "expired", event: "approve_again", to: "confirmed", when: approvalSuffices },
  { from: "expired", event: "approve_again", to: "pending" },
  { from: "completed", event: "undo_import", to: "cancelled" },
  { from: "confirmed", event: "undo_import", to: "cancelled" },
  { from: "cancelled", event: "late_payment", to: "cancelled" },
  { from: "rejected", event: "late_payment", to: "rejected" },
];

/** Where an event leads from a status, or null where the table knows no such step. */
export function statusAfter(status: BookingStatus, event: BookingEvent, facts: Facts): BookingStatus | null {
  return (
    TRANSITIONS.find((row) => row.from === status && row.event === event && (row.when?.(facts) ?? true))?.to ?? null
  );
}
