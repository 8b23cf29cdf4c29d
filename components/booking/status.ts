import type { BookingStatus } from "@/lib/core/booking-state";

type Standing = { status: BookingStatus; holdExpiresAt: Date | null };

/** A hold or request past its time is over, whether or not the sweep has been by. */
export function shownStatus({ status, holdExpiresAt }: Standing, now: Date): BookingStatus {
  const mayLapse = status === "temp_hold" || status === "pending";
  return mayLapse && holdExpiresAt !== null && holdExpiresAt <= now ? "expired" : status;
}

/** A booking that somebody still counts on: neither given up nor refused nor lapsed. */
export const isLive = (status: BookingStatus): boolean =>
  status === "temp_hold" || status === "pending" || status === "confirmed" || status === "completed";
