/** Every queue that exists; db/migrate.ts creates them, lib/jobs gives each its payload. */
export const QUEUES = [
  "send-message",
  "notify",
  "refund",
  "expire-claims",
  "complete-bookings",
  "reconcile-orders",
  "forget-old-keys",
  "close-yearly-days",
] as const;

export type QueueName = (typeof QUEUES)[number];
