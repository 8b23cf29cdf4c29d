import * as z from "zod";
import { eventTypes, functionNames, MOST_FUNCTIONS } from "@/lib/core/event-names";
import { isLocalDate } from "@/lib/core/local-date";
import { HAND_METHODS } from "@/lib/core/payment-method";
import type { Period } from "@/lib/core/period";

const uuid = z.uuid();
const localDate = z.iso.date();
const localDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => isLocalDate(text.slice(0, 10)), "date");

/** A session on a date, or custom times in the venue's own zone. */
export const wantedFunction = z.union([
  z.strictObject({ spaceId: uuid, slotId: uuid, date: localDate, name: z.enum(functionNames).default("other") }),
  z.strictObject({
    spaceId: uuid,
    startsAt: localDateTime,
    endsAt: localDateTime,
    name: z.enum(functionNames).default("other"),
  }),
]);
export type WantedFunction = z.infer<typeof wantedFunction>;
type WithAnyName<F> = F extends unknown ? Omit<F, "name"> & { name: string } : never;
/** The same under any name: a function that an import brought keeps its own when it moves. */
export type NamedFunction = WithAnyName<WantedFunction>;

const wantedAddOn = z.strictObject({ addOnId: uuid, quantity: z.int().min(1).max(10_000) });

export const quoteInput = z.strictObject({
  venueId: uuid,
  functions: z.array(wantedFunction).min(1).max(MOST_FUNCTIONS),
  guests: z.int().min(1).max(100_000),
  addOns: z.array(wantedAddOn).max(50).default([]),
});
export type QuoteInput = z.infer<typeof quoteInput>;
export type NamedWish = Omit<QuoteInput, "functions"> & { functions: NamedFunction[] };

export const holdBookingInput = quoteInput.extend({
  eventType: z.enum(eventTypes),
  eventTitle: z.string().trim().min(1).max(120),
  specialRequests: z.string().trim().max(2000).optional(),
  termsAccepted: z.boolean(),
  /** What the person was shown, in paise; only compared with the server's own price. */
  shownTotalPaise: z.int().min(0).optional(),
  locale: z.enum(["mr", "hi", "en"]),
  idempotencyKey: z.string().min(8).max(255).optional(),
});
export type HoldBookingInput = z.infer<typeof holdBookingInput>;

const DESK_TEXT = 120;

/**
 * What the desk asks for. `standing` is how firm it is: kept for minutes, an option until the end of a day, or sure, which
 * needs the advance or somebody who may do without.
 */
export const takeBookingInput = quoteInput.extend({
  customer: z.strictObject({
    phone: z.string("required").trim().min(1, "required").max(30, "phone"),
    name: z.string().trim().min(2, "name").max(80, "tooLong").optional(),
    email: z.email("email").max(254, "tooLong").optional(),
  }),
  eventType: z.enum(eventTypes),
  eventTitle: z.string().trim().min(1, "required").max(DESK_TEXT, "tooLong"),
  specialRequests: z.string().trim().max(2000, "tooLong").optional(),
  /** The language that the customer is written to in. */
  locale: z.enum(["mr", "hi", "en"]),
  source: z.enum(["desk", "phone"]),
  standing: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("hold") }),
    z.strictObject({ kind: z.literal("option"), until: localDate }),
    z.strictObject({ kind: z.literal("sure") }),
  ]),
  discount: z
    .strictObject({
      paise: z.int().min(1, "tooSmall"),
      reason: z.string().trim().min(2, "required").max(200, "tooLong"),
    })
    .optional(),
  /** Money that comes along, by hand. */
  advance: z
    .strictObject({
      method: z.enum(HAND_METHODS),
      amountPaise: z.int("required").min(100, "tooSmall"),
      /** Cheque number, UTR; cash needs none. */
      reference: z.string().trim().max(DESK_TEXT, "tooLong").optional(),
    })
    .refine(({ method, reference }) => method === "cash" || Boolean(reference), {
      path: ["reference"],
      message: "required",
    })
    .optional(),
  /** What the customer was told, in paise, discount included; only compared. */
  shownTotalPaise: z.int().min(0).optional(),
  idempotencyKey: z.string().min(8).max(255).optional(),
});
export type TakeBookingInput = z.infer<typeof takeBookingInput>;

export const bookingRef = z.strictObject({ bookingId: uuid });
export type BookingRef = z.infer<typeof bookingRef>;

export const cancelBookingInput = bookingRef.extend({
  reason: z.string().trim().max(500).optional(),
  /** The refund that was shown before confirming, in paise; another one now is PRICE_CHANGED. */
  shownRefundPaise: z.int().min(0).optional(),
});
export type CancelBookingInput = z.infer<typeof cancelBookingInput>;

export const rejectBookingInput = bookingRef.extend({ reason: z.string().trim().min(1).max(500) });
export type RejectBookingInput = z.infer<typeof rejectBookingInput>;

export const rescheduleBookingInput = bookingRef.extend({
  functions: z.array(wantedFunction).min(1).max(MOST_FUNCTIONS),
  shownTotalPaise: z.int().min(0).optional(),
  /** The booking's version that was looked at; where it is another by now, nothing is moved. */
  version: z.int().min(1).optional(),
  reason: z.string().trim().max(200, "tooLong").optional(),
});
export type RescheduleBookingInput = z.infer<typeof rescheduleBookingInput>;

/** Another place for one function of a booking: a session on a date, or times of its own. */
export const moveFunctionInput = bookingRef.extend({
  functionId: uuid,
  to: z.union([
    z.strictObject({ spaceId: uuid, slotId: uuid, date: localDate }),
    z.strictObject({ spaceId: uuid, startsAt: localDateTime, endsAt: localDateTime }),
  ]),
  shownTotalPaise: z.int().min(0).optional(),
  version: z.int().min(1),
  reason: z.string().trim().max(200, "tooLong").optional(),
});
export type MoveFunctionInput = z.infer<typeof moveFunctionInput>;
export const previewMoveInput = moveFunctionInput.pick({ bookingId: true, functionId: true, to: true });

const reason = z.string("required").trim().min(1, "required").max(200, "tooLong");
const typedDate = z.iso.date("date");
const typedTime = z
  .union([z.literal("").transform(() => null), z.null(), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time")], "time")
  .default(null);

export const closeDaysInput = z
  .object({
    venueId: uuid,
    /** Null: all of the venue. */
    spaceId: uuid.nullable(),
    from: typedDate,
    to: typedDate,
    /** Without them from midnight to midnight. */
    startTime: typedTime,
    endTime: typedTime,
    reason,
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "dateOrder" });
export type CloseDaysInput = z.infer<typeof closeDaysInput>;
export type ClosedDays = Pick<CloseDaysInput, "from" | "to" | "startTime" | "endTime">;

/** What another program may close: days of the venue's own calendar, or the time between two instants. */
export type CreateBlackoutInput = {
  venueId: string;
  /** Null: all of the venue. */
  spaceId: string | null;
  reason: string;
  idempotencyKey?: string | undefined;
} & (ClosedDays | { period: Period });

export const blackoutRef = z.object({ blackoutId: uuid });
export type BlackoutRef = z.infer<typeof blackoutRef>;

export const closeYearlyInput = z.object({
  venueId: uuid,
  spaceId: uuid.nullable(),
  startsOn: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "date"),
  days: z.int("wholeNumber").min(1, "tooSmall").max(60, "tooBig"),
  reason,
});
export type CloseYearlyInput = z.infer<typeof closeYearlyInput>;

export const yearlyRef = z.object({ yearlyId: uuid });
export type YearlyRef = z.infer<typeof yearlyRef>;

/** A note stands on a booking or on a customer. */
export const writeNoteInput = z.union([
  z.strictObject({ bookingId: uuid, text: z.string().trim().min(1, "required").max(2000, "tooLong") }),
  z.strictObject({ customerId: uuid, text: z.string().trim().min(1, "required").max(2000, "tooLong") }),
]);
export type WriteNoteInput = z.infer<typeof writeNoteInput>;

export const noteRef = z.strictObject({ noteId: uuid });
export type NoteRef = z.infer<typeof noteRef>;

export const mergeCustomersInput = z.strictObject({ keepId: uuid, goneId: uuid });
export type MergeCustomersInput = z.infer<typeof mergeCustomersInput>;
