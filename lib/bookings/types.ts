import type { EventActor } from "@/db/schema/booking-events";
import type { BookingSource, bookings } from "@/db/schema/bookings";
import type { blackouts } from "@/db/schema/claims";
import type { BookingStatus } from "@/lib/core/booking-state";
import type { DiscountLimits } from "@/lib/core/discount";
import type { Locale, LocalText } from "@/lib/core/locale";
import type { Paise } from "@/lib/core/money";
import type { HandMethod } from "@/lib/core/payment-method";
import type { Period } from "@/lib/core/period";
import type { AddOn } from "@/lib/core/quote";
import type { Venue, VenueBook } from "@/lib/venues/types";

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

/** What taking at the desk answers; survives JSON. `payment` is the money that came along. */
export type TakenBooking = HeldBooking & {
  phone: string;
  payment: { paymentId: string; receiptNumber: string; amountPaise: Paise } | null;
};

/** A venue as the desk prices it. */
export type DeskVenue = Pick<Venue, "id" | "name" | "settings" | "paymentTerms" | "slots"> &
  Pick<VenueBook, "prices" | "rules"> & {
    spaces: { id: string; name: LocalText; capacity: number }[];
    addOns: AddOn[];
  };

export type Desk = { venues: DeskVenue[]; limits: DiscountLimits; methods: HandMethod[] };

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

/** A time in which parts of a venue are closed. */
export type Blackout = typeof blackouts.$inferSelect & { partIds: string[] };

/** What is closed at a venue from now on. */
export type Closures = {
  once: { id: string; reason: string; startsAt: Date; endsAt: Date; partIds: string[] }[];
  /** `years`: those within the horizon that are written out; one that is missing has a booking in its way. */
  yearly: { id: string; spaceId: string | null; reason: string; startsOn: string; days: number; years: Date[] }[];
};

/** A booking in a list. */
export type ListedBooking = {
  bookingId: string;
  number: string;
  status: BookingStatus;
  isOption: boolean;
  eventTitle: string;
  guests: number;
  startsAt: Date;
  timeZone: string;
  source: BookingSource;
  takenBy: string | null;
  createdAt: Date;
  customer: Booker & { id: string };
  totalPaise: Paise;
  paidPaise: Paise;
  spaceNames: LocalText[];
};

export type BookingPage = {
  rows: ListedBooking[];
  /** Where the next page begins; null on the last. */
  next: string | null;
  /** By status, whatever status is asked for. */
  counts: Partial<Record<BookingStatus, number>>;
  /** More match the text than are looked at. */
  isCut: boolean;
};

/** What the hall's people remember of a booking or a customer. */
export type Note = { id: string; text: string; by: string | null; byId: string; at: Date };

/** A customer in a list. */
export type ListedCustomer = Booker & {
  id: string;
  email: string | null;
  locale: Locale | null;
  createdAt: Date;
  bookings: number;
  nextAt: Date | null;
  lastAt: Date | null;
};

export type CustomerBooking = Pick<
  ListedBooking,
  "bookingId" | "number" | "status" | "eventTitle" | "startsAt" | "timeZone" | "totalPaise" | "paidPaise" | "spaceNames"
>;

export type CustomerView = Booker & {
  id: string;
  email: string | null;
  locale: Locale | null;
  createdAt: Date;
  lastLoginAt: Date | null;
  /** Duplicates that were merged into this one. */
  former: Booker[];
  bookings: CustomerBooking[];
  /** Of bookings that were confirmed or took place. */
  agreedPaise: Paise;
  /** Of all bookings, less what went back. */
  paidPaise: Paise;
  duePaise: Paise;
  notes: Note[];
};

/** What merging two customers does: who stays, who goes, what moves. */
export type Merge = {
  keep: Booker & { id: string; email: string | null };
  gone: Booker & { id: string; email: string | null };
  bookings: { number: string; eventTitle: string }[];
  notes: number;
  sessions: number;
};

/** A row of the hall's history: of a booking, or of anything else. */
export type HistoryEntry = {
  id: string;
  kind: "booking" | "hall";
  type: string;
  at: Date;
  actor: EventActor;
  by: string | null;
  device: string | null;
  bookingId: string | null;
  /** A booking's number and title, or the name of what was changed. */
  subject: string | null;
  fromStatus: BookingStatus | null;
  toStatus: BookingStatus | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

export type HistoryPage = { rows: HistoryEntry[]; next: string | null };
