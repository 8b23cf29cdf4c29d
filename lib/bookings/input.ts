import * as z from "zod";

const uuid = z.uuid();
const localDate = z.iso.date();
const localDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/);

export const functionNames = [
  "wedding",
  "engagement",
  "haldi",
  "sangeet",
  "reception",
  "naming",
  "birthday",
  "other",
] as const;
export const eventTypes = ["wedding", "engagement", "reception", "naming", "birthday", "meeting", "other"] as const;

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

const wantedAddOn = z.strictObject({ addOnId: uuid, quantity: z.int().min(1).max(10_000) });

export const quoteInput = z.strictObject({
  venueId: uuid,
  functions: z.array(wantedFunction).min(1).max(10),
  guests: z.int().min(1).max(100_000),
  addOns: z.array(wantedAddOn).max(50).default([]),
});
export type QuoteInput = z.infer<typeof quoteInput>;

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
  functions: z.array(wantedFunction).min(1).max(10),
  shownTotalPaise: z.int().min(0).optional(),
});
export type RescheduleBookingInput = z.infer<typeof rescheduleBookingInput>;
