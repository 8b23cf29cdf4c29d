import * as z from "zod";
import { HAND_METHODS } from "@/lib/core/payment-method";
import { BACKDATED_DAYS } from "@/lib/payments/input";
import { contract } from "@/lib/web/api/contract";
import { status } from "./bookings";
import { anOrder, aPayment, aRefund, aTakenPayment } from "./examples";
import { day, duePaise, id, idParams, instant, paise } from "./parts";

const tag = "Payments";
const reference = z.string().trim().max(120, "tooLong");
const gatewayId = (complaint: string) => z.string().regex(/^[A-Za-z0-9_]{6,40}$/, complaint);
const amountPaise = z.int("required").min(100, "tooSmall").max(1_000_000_000_00, "tooBig").describe("Integer paise.");

const order = z
  .object({
    orderId: z.string().describe("The gateway's."),
    keyId: z.string().describe("The gateway's public key."),
    checkoutUrl: z.string().describe("The script that opens the checkout."),
    amountPaise: paise,
    currency: z.string(),
    description: z.string().describe("The booking's number."),
    prefill: z.object({ name: z.string(), contact: z.string(), email: z.string() }),
  })
  .meta({ id: "PaymentOrder" });

export const createOrder = contract({
  ...{ id: "createOrder", method: "POST", path: "/bookings/{id}/orders", tag, status: 201, isCreating: true },
  access: ["payment.start"],
  summary: "Opens an order at the payment gateway",
  description:
    "For what is due now. While it is open and the same is due, asking again leads back to it, also without a key. Hand it to the gateway's checkout, and what that answers to `createPayment`; where nobody does, the gateway tells the hall by itself.",
  params: idParams,
  body: z.strictObject({
    purpose: z
      .enum(["advance", "full", "balance"])
      .describe("What confirms it, all that is owed, or what is left once it is confirmed."),
  }),
  data: order,
  errors: ["NOTHING_DUE", "HOLD_EXPIRED", "WRONG_STATUS", "PAYMENT_GATEWAY_DOWN"],
  example: { body: { purpose: "advance" }, data: anOrder },
});

/** What came in, or what went back. */
const entry = z
  .object({
    id,
    kind: z.enum(["payment", "refund"]),
    number: z.string().nullable().describe("Of the receipt or voucher; null while a refund is on its way."),
    method: z.string().nullable(),
    reference: z.string().nullable(),
    gatewayId: z
      .string()
      .nullable()
      .describe("What the payment gateway calls it, as in its statements; null for money that passed by hand."),
    amountPaise: paise.describe("Integer paise, never below nothing."),
    at: instant,
    paymentId: id.nullable().describe("Of a refund: the payment that it is of."),
    status: z.enum(["done", "queued", "sent", "failed"]).describe("A payment is always done."),
    reason: z.string().nullable().describe("Of a refund; `correction` took back a wrong entry."),
  })
  .meta({ id: "MoneyEntry" });
export type MoneyEntryResource = z.infer<typeof entry>;

export const listPayments = contract({
  ...{ id: "listPayments", method: "GET", path: "/bookings/{id}/payments", tag },
  access: ["booking.read", "money.read"],
  summary: "Money in and out of a booking",
  description: "The oldest first: what came in, what went back or is on its way.",
  params: idParams,
  data: z.array(entry),
  example: { data: [aPayment, aRefund] },
});

const byHand = z
  .strictObject({
    method: z.enum(HAND_METHODS).describe("One that the hall takes: `field` is `method` where it does not."),
    amountPaise,
    reference: reference.optional().describe("Cheque number or UTR; only cash needs none."),
    instrumentDate: day.optional().describe("The day on a cheque."),
    note: z.string().trim().max(500, "tooLong").optional(),
    receivedOn: day
      .optional()
      .describe(`The day it came, local to the venue, at most ${BACKDATED_DAYS} days ago; today without.`),
    aboveDue: z.boolean().optional().describe("It may be more than is owed: what is above is promised back."),
  })
  .refine(({ method, reference }) => method === "cash" || Boolean(reference), {
    path: ["reference"],
    message: "required",
  });

const byGateway = z.strictObject({
  orderId: gatewayId("gatewayOrder").describe("As `createOrder` answered it; the checkout's `razorpay_order_id`."),
  paymentId: gatewayId("gatewayPayment").describe("The checkout's `razorpay_payment_id`."),
  signature: z
    .string()
    .min(1, { error: "required", abort: true })
    .max(200, { abort: true })
    .refine((text) => /^[0-9a-f]{64}$/i.test(text), "gatewaySignature")
    .describe("The checkout's `razorpay_signature`: 64 characters, 0 to 9 and a to f."),
});

const takenPayment = z
  .object({
    ...entry.pick({ id: true, number: true, method: true, reference: true, gatewayId: true }).shape,
    ...entry.pick({ amountPaise: true, at: true }).shape,
    returnedPaise: paise.describe("What of it goes back, because it came too late, twice, or above the total."),
    booking: z.object({
      id,
      number: z.string(),
      status,
      holdExpiresAt: instant.nullable(),
      totalPaise: paise,
      advancePaise: paise,
      paidPaise: paise,
      duePaise,
    }),
  })
  .meta({ id: "Payment" });
export type PaymentResource = z.infer<typeof takenPayment>;

export const createPayment = contract({
  ...{ id: "createPayment", method: "POST", path: "/bookings/{id}/payments", tag, status: 201, isCreating: true },
  access: ["payment.record", "payment.verify"],
  summary: "Writes down a payment",
  description:
    "Money that was taken by hand (`payment.record`), or what the gateway's checkout answered (`payment.verify`), which is checked with the gateway and counts once however often it is told. It confirms the booking where it should. An expired booking is taken up again by what was taken by hand: all that is missing of its advance or more (410 HOLD_EXPIRED below that), up to its total, while its time is free (409 SLOT_TAKEN).",
  params: idParams,
  body: z.union([byHand, byGateway]),
  data: takenPayment,
  errors: [
    ...(["ABOVE_DUE", "WRONG_STATUS", "SLOT_TAKEN", "HOLD_EXPIRED"] as const),
    ...(["PAYMENT_INVALID", "PAYMENT_GATEWAY_DOWN"] as const),
  ],
  example: { body: { method: "upi", amountPaise: 1_250_000, reference: "627511203344" }, data: aTakenPayment },
});
export type CreatePaymentBody = z.output<typeof createPayment.body>;

export const createRefund = contract({
  ...{ id: "createRefund", method: "POST", path: "/payments/{id}/refunds", tag, status: 201, isCreating: true },
  access: ["refund.create"],
  summary: "Gives back part or all of a payment",
  description:
    "What came through the gateway goes to where it came from, a little later. What was taken by hand is written down as given back: it needs its `method`.",
  params: idParams,
  body: z.strictObject({
    amountPaise,
    reason: z.string().trim().min(3, "required").max(500, "tooLong"),
    method: z.enum(HAND_METHODS).optional(),
    reference: reference.optional(),
  }),
  data: z
    .object({
      id,
      paymentId: id,
      bookingId: id,
      amountPaise: paise,
      status: z.enum(["queued", "done"]).describe("`queued` until the gateway has it."),
      voucherNumber: z.string().nullable(),
    })
    .meta({ id: "Refund" }),
  errors: ["REFUND_TOO_LARGE"],
  example: {
    body: { amountPaise: 500_000, reason: "Fewer guests than agreed", method: "cash" },
    data: {
      ...{ id: aRefund.id, paymentId: aPayment.id, bookingId: aTakenPayment.booking.id },
      ...{ amountPaise: aRefund.amountPaise, status: "done", voucherNumber: aRefund.number },
    },
  },
});
