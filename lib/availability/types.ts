import type { AvailabilityDay } from "@/lib/core/availability";
import type { LocalDate } from "@/lib/core/local-date";

/** From `from` to `to`, both included; one space, or all of the venue's. */
export type AvailabilityRange = { from: LocalDate; to: LocalDate; spaceId?: string | undefined };

export type Availability = {
  generation: number;
  /** For `ETag`, quotes included: changes with any write, and at the next instant at which the answer changes by itself. */
  etag: string;
  timeZone: string;
  days: AvailabilityDay[];
};

/** The same as JSON text, ready to send. */
export type AvailabilityJson = { etag: string; body: Uint8Array<ArrayBuffer> };
