import type { BookingStatus } from "./booking-state";
import type { Paise } from "./money";

type Standing = { status: BookingStatus; totalPaise: Paise; paidPaise: Paise };

/**
 * What is left to pay of a booking's total, in paise: nothing of one that will not take place. An expired one claims no date, so
 * nobody owes anything for it; that the desk may take it up again is an offer of the hall's, not a debt of the family's.
 */
export function dueOf({ status, totalPaise, paidPaise }: Standing): Paise {
  const isOff = status === "cancelled" || status === "rejected" || status === "expired";
  return isOff ? 0 : Math.max(0, totalPaise - paidPaise);
}
