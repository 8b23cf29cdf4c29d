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

/** Who a booking is for, as staff see it. */
export type Booker = { name: string | null; phone: string };

/** A function of the day and what must be ready for it. */
export type DayFunction = {
  id: string;
  bookingId: string;
  number: string;
  status: BookingStatus;
  name: string;
  eventTitle: string;
  date: string;
  period: Period;
  spaceName: LocalText;
  timeZone: string;
  guests: number;
  specialRequests: string | null;
  extras: { label: LocalText; quantity: number; unit: "booking" | "guest" | "hour" }[];
  customer: Booker;
  duePaise: Paise;
};

/** A claim that lasts only until somebody acts: a family's hold, a request, an option of the hall's. */
export type OpenClaim = {
  bookingId: string;
  number: string;
  status: BookingStatus;
  isOption: boolean;
  isApproved: boolean;
  eventTitle: string;
  guests: number;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  spaceNames: LocalText[];
  totalPaise: Paise;
  paidPaise: Paise;
  specialRequests: string | null;
  holdExpiresAt: Date | null;
  createdAt: Date;
  customer: Booker;
};

/** Money that a booking still owes, and by when. */
export type Due = {
  bookingId: string;
  number: string;
  eventTitle: string;
  customer: Booker;
  startsAt: Date;
  timeZone: string;
  dueOn: string;
  duePaise: Paise;
  isOverdue: boolean;
};
