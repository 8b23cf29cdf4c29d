import type { BookingStatus } from "@/lib/core/booking-state";
import { isFirm, isOpen } from "@/lib/core/booking-status";

type Standing = { status: BookingStatus; holdExpiresAt: Date | null };

/** A hold or request past its time is over, whether or not the sweep has been by. */
export function shownStatus({ status, holdExpiresAt }: Standing, now: Date): BookingStatus {
  return isOpen(status) && holdExpiresAt !== null && holdExpiresAt <= now ? "expired" : status;
}

/** A booking that somebody still counts on: neither given up nor refused nor lapsed. */
export const isLive = (status: BookingStatus): boolean => isOpen(status) || isFirm(status);
