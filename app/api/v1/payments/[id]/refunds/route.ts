import * as payments from "@/lib/payments/create-refund";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { createRefund } from "../../../_contract/money";

export const POST = operation(createRefund, async ({ ctx, params, body, idempotencyKey }) => {
  const { result, replayed } = await payments.createRefund(ctx, { ...body, paymentId: params.id, idempotencyKey });
  const { requestId, bookingId, amountPaise, voucherNumber } = result;
  const status: "queued" | "done" = voucherNumber === null ? "queued" : "done";
  return {
    data: { id: requestId, paymentId: params.id, bookingId, amountPaise, status, voucherNumber },
    isReplayed: replayed,
  };
});

export const { GET, PUT, PATCH, DELETE } = only("POST");
