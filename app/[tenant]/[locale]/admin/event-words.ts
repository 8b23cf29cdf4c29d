/** What can happen to a booking, each with words of its own under `admin.booking.events`. */
const EVENTS = [
  "create",
  "submit",
  "pay",
  "approve",
  "approve_again",
  "reject",
  "expire",
  "cancel",
  "reschedule",
  "complete",
  "late_payment",
  "refund",
  "refund_by_hand",
  "refund_failed",
  "refund_retried",
  "payment_link",
  "payment_reversed",
  "overpaid",
  "edit",
  "note",
  "note_removed",
  "customer",
  "undo_import",
  "resend",
] as const;

export const eventWord = (type: string) => EVENTS.find((each) => each === type) ?? "other";
