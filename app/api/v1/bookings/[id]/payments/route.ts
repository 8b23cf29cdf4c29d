import { loadBooking } from "@/lib/bookings/queries";
import { mayDo } from "@/lib/core/permissions";
import { receiveAndShow } from "@/lib/payments/receive-payment";
import { verifyAndShow } from "@/lib/payments/verify-payment";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { createPayment, listPayments } from "../../../_contract/money";
import { moneyEntry, paymentResource } from "../../../_handlers/money-resource";

export const GET = operation(listPayments, async ({ ctx, params }) => {
  const by = mayDo(ctx.actor, "money.read") ? "money.read" : "booking.read";
  const { ledger } = await loadBooking(ctx, params.id, by);
  return { data: ledger.map(moneyEntry) };
});

export const POST = operation(createPayment, async ({ ctx, params, body, idempotencyKey }) => {
  const asked = { bookingId: params.id, idempotencyKey };
  const { result, replayed } = await ("method" in body
    ? receiveAndShow(ctx, { ...body, ...asked }, paymentResource)
    : verifyAndShow(ctx, { ...body, ...asked }, paymentResource));
  return { data: result, isReplayed: replayed };
});

export const { PUT, PATCH, DELETE } = only("GET", "POST");
