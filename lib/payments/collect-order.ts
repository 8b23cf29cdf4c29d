import "server-only";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { listPaymentsOfOrder } from "@/lib/vendors/razorpay";
import { captured } from "./capture";
import type { OrderRow } from "./orders";
import { paysFor, recordPayment } from "./record-payment";

/**
 * Asks the gateway for an order's payments and records what was taken. True where there was money.
 * @throws VendorError
 */
export async function collectOrder(ctx: Ctx, order: OrderRow): Promise<boolean> {
  if (order.providerOrderId === null) return false;
  let collected = false;
  for (const seen of await listPaymentsOfOrder(order.providerOrderId)) {
    const payment = await captured(seen);
    if (paysFor(payment, order)) {
      await recordPayment(ctx, order, payment);
      collected = true;
    } else if (payment.status === "captured") {
      log.error({ requestId: ctx.requestId, orderId: order.id, paymentId: payment.id }, "a payment unlike its order");
    }
  }
  return collected;
}
