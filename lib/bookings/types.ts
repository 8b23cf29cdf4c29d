import type { bookings } from "@/db/schema/bookings";
import type { BookingStatus } from "@/lib/core/booking-state";
import type { LocalText } from "@/lib/core/locale";
import type { Paise } from "@/lib/core/money";
import type { Period } from "@/lib/core/period";

/** A booking's row, as a verb sees it after locking it. */
export type BookingRow = typeof bookings.$inferSelect;

/** A wanted function checked against the venue: space, session and period are real. */
export type PlannedFunction = {
  name: string;
  spaceId: string;
  spaceName: LocalText;
  partIds: string[];
  slotId: string | null;
  /** Local to the venue: the day it starts on. */
  date: string;
  period: Period;
};

/** What holding answers; survives JSON, since it is stored under the idempotency key. */
export type HeldBooking = {
  bookingId: string;
  number: string;
  status: BookingStatus;
  /** RFC 3339. */
  holdExpiresAt: string | null;
  totalPaise: Paise;
  advancePaise: Paise;
};

export type BookingChange = { bookingId: string; number: string; status: BookingStatus };
