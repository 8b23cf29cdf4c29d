import type { QueueName } from "@/db/queues";

/** What each queue's job carries. Ids only: a payload is stored, and a phone or a code has no place there. */
export type JobPayloads = {
  /** Send one row of `messages`. */
  "send-message": { tenantId: string; messageId: string };
  /** Something happened to a booking that people should hear of; lib/messages decides who and how. */
  notify: {
    tenantId: string;
    bookingId: string;
    what:
      | "held"
      | "option"
      | "requested"
      | "confirmed"
      | "expired"
      | "cancelled"
      | "rejected"
      | "date_changed"
      | "payment_received"
      | "payment_too_late"
      | "payment_link"
      | "refunded";
    /** Distinguishes two of the same kind on one booking: an event's or a payment's id. */
    cause: string;
    amountPaise?: number;
  };
  /** Carry out one row of `refund_requests`. */
  refund: { tenantId: string; requestId: string };
  /** Carry out, or undo, one row of `imports`, on from where it is. */
  import: { tenantId: string; importId: string };
  "expire-claims": Record<string, never>;
  "complete-bookings": Record<string, never>;
  "reconcile-orders": Record<string, never>;
  "forget-old-keys": Record<string, never>;
  "close-yearly-days": Record<string, never>;
};

export type JobName = QueueName & keyof JobPayloads;

/** Cron lines (UTC) of the sweeps. Hygiene, never correctness. */
export const SCHEDULES: Partial<Record<JobName, string>> = {
  "expire-claims": "* * * * *",
  "complete-bookings": "*/10 * * * *",
  "reconcile-orders": "*/5 * * * *",
  "forget-old-keys": "17 * * * *",
  "close-yearly-days": "41 2 * * *",
};
