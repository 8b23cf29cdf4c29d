/** Every queue that exists; db/migrate.ts creates them, lib/jobs gives each its payload. */
export const QUEUES = [
  "send-message",
  "notify",
  "refund",
  "import",
  "expire-claims",
  "complete-bookings",
  "reconcile-orders",
  "forget-old-keys",
  "close-yearly-days",
] as const;

/** How a queue's jobs are tried again. Whoever works on an import says so by going on: after this long it is taken for dead. */
export const queueOptions = (queue: QueueName) => ({
  ...{ retryLimit: 8, retryBackoff: true, retryDelay: 2 },
  ...(queue === "import" ? { expireInSeconds: 90 } : {}),
});

export type QueueName = (typeof QUEUES)[number];
