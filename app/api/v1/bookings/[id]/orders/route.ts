import { startPaymentOnce } from "@/lib/payments/start-payment";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { createOrder } from "../../../_contract/money";

export const POST = operation(createOrder, async ({ ctx, params, body, idempotencyKey }) => {
  const wish = { bookingId: params.id, purpose: body.purpose, idempotencyKey };
  const { result, replayed } = await startPaymentOnce(ctx, wish);
  return { data: result, isReplayed: replayed };
});

export const { GET, PUT, PATCH, DELETE } = only("POST");
