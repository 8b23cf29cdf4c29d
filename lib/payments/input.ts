import * as z from "zod";

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
});
export type VerifyPaymentInput = z.infer<typeof verifyPaymentInput>;
