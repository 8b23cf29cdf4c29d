import * as z from "zod";
import { takeBookingInput } from "@/lib/bookings/input";
import { HAND_METHODS } from "@/lib/core/payment-method";

export const startPaymentInput = z.strictObject({
  bookingId: z.uuid(),
  purpose: z.enum(["advance", "full", "balance"]),
  /** Taken for the caller's sake: the same booking, purpose and amount lead to the same open order with or without it. */
  idempotencyKey: z.string().min(8).max(255).optional(),
});
export type StartPaymentInput = z.infer<typeof startPaymentInput>;

const gatewayId = z.string().regex(/^[A-Za-z0-9_]{6,40}$/);

/** The three values that checkout.js hands over, and the booking that they are said to pay for. */
export const verifyPaymentInput = z.strictObject({
  bookingId: z.uuid(),
  orderId: gatewayId,
  paymentId: gatewayId,
  signature: z.string().min(1).max(200),
  /** For the API; the same payment counts once with or without it. */
  idempotencyKey: z.string().min(8).max(255).optional(),
});
export type VerifyPaymentInput = z.infer<typeof verifyPaymentInput>;

/** How long after money came it may still be written down. */
export const BACKDATED_DAYS = 90;

const reference = z.string().trim().max(120);

export const receivePaymentInput = z
  .strictObject({
    bookingId: z.uuid(),
    method: z.enum(HAND_METHODS),
    amountPaise: z.int("required").min(100, "tooSmall").max(1_000_000_000_00, "tooBig"),
    /** Cheque number, UTR; cash needs none. */
    reference: reference.optional(),
    /** The day on a cheque. */
    instrumentDate: z.iso.date("date").optional(),
    note: z.string().trim().max(500, "tooLong").optional(),
    /** The day it came, in the venue's zone; today without. */
    receivedOn: z.iso.date("date").optional(),
    /** The person was told that this is more than is owed, and wants it so. */
    aboveDue: z.boolean().optional(),
    idempotencyKey: z.string().min(8).max(255).optional(),
  })
  .refine(({ method, reference }) => method === "cash" || Boolean(reference), {
    path: ["reference"],
    message: "required",
  });
export type ReceivePaymentInput = z.infer<typeof receivePaymentInput>;

const reason = z.string().trim().min(3, "required").max(500, "tooLong");
const paymentRef = z.strictObject({ paymentId: z.uuid() });

export const reversePaymentInput = paymentRef.extend({ reason });
export type ReversePaymentInput = z.infer<typeof reversePaymentInput>;

export const createRefundInput = paymentRef.extend({
  amountPaise: z.int("required").min(100, "tooSmall").max(1_000_000_000_00, "tooBig"),
  reason,
  /** How money that was taken by hand goes back; what came through the gateway needs none. */
  method: z.enum(HAND_METHODS).optional(),
  reference: reference.optional(),
  idempotencyKey: z.string().min(8).max(255).optional(),
});
export type CreateRefundInput = z.infer<typeof createRefundInput>;

export const retryRefundInput = z.strictObject({ requestId: z.uuid() });
export type RetryRefundInput = z.infer<typeof retryRefundInput>;

export const payBackInput = retryRefundInput.extend({ method: z.enum(HAND_METHODS), reference: reference.optional() });
export type PayBackInput = z.infer<typeof payBackInput>;

export const sendPaymentLinkInput = z.strictObject({
  bookingId: z.uuid(),
  /** Part of what is due; all of it without. */
  amountPaise: z.int("required").min(100, "tooSmall").optional(),
});
export type SendPaymentLinkInput = z.infer<typeof sendPaymentLinkInput>;

export const cancelPaymentLinkInput = z.strictObject({ linkId: z.uuid() });
export type CancelPaymentLinkInput = z.infer<typeof cancelPaymentLinkInput>;

export const closeDayInput = z.strictObject({
  venueId: z.uuid(),
  date: z.iso.date("date"),
  /** Only for a venue's first book: what the till held before. Later ones open with what the last one counted. */
  openingPaise: z.int("required").min(0).max(1_000_000_000_00, "tooBig").optional(),
  countedPaise: z.int("required").min(0).max(1_000_000_000_00, "tooBig"),
  /** What the person was shown as expected; another sum by now is BOOK_CHANGED. */
  shownExpectedPaise: z.int(),
  note: z.string().trim().max(500, "tooLong").optional(),
});
export type CloseDayInput = z.infer<typeof closeDayInput>;

/** A booking and the money that comes along with it. */
export const bookAtDeskInput = takeBookingInput;
export type BookAtDeskInput = z.infer<typeof bookAtDeskInput>;
