import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { isId, newId } from "@/db/id";
import { paymentOrders } from "@/db/schema/payments";
import { webhookEvents } from "@/db/schema/webhook-events";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import type { GatewayPayment } from "@/lib/vendors/razorpay-entities";
import { type GatewayEvent, parseGatewayEvent, verifyWebhookSignature } from "@/lib/vendors/razorpay-webhook";
import { findOrderByProviderId, type OrderRow, raiseOrderStatus, saveProviderOrder } from "./orders";
import { applyLink } from "./payment-links";
import { paysFor, recordPaymentInTx } from "./record-payment";
import { recordRefund } from "./record-refund";

type Webhook = { rawBody: string; signature: string; eventId: string | null };
type WebhookAnswer = { outcome: "done" | "duplicate" | "ignored" };

/**
 * Takes one event of the gateway. Event and effect are one transaction: an event that was answered with success has done
 * its work once, any other comes again. What Mandap does not know is kept and left alone.
 * @throws AppError UNAUTHENTICATED (signature), INVALID_INPUT, NOT_FOUND (another tenant's event)
 */
export async function receiveWebhook(ctx: Ctx, { rawBody, signature, eventId }: Webhook): Promise<WebhookAnswer> {
  if (!verifyWebhookSignature(rawBody, signature)) throw new AppError("UNAUTHENTICATED");
  const event = parseGatewayEvent(rawBody);
  if (!event) throw new AppError("INVALID_INPUT");
  assertOwnEvent(ctx, event);

  return inTenant(ctx.tenant.id, async (tx) => {
    const [fresh] = await tx
      .insert(webhookEvents)
      .values({
        tenantId: ctx.tenant.id,
        id: newId(),
        provider: "razorpay",
        eventId: eventId ?? createHash("sha256").update(rawBody).digest("hex"),
        type: event.type,
        payload: event.payload,
      })
      .onConflictDoNothing()
      .returning({ id: webhookEvents.id });
    if (!fresh) return { outcome: "duplicate" };
    return { outcome: await apply(tx, ctx, event) };
  });
}

function notesOf(event: Exclude<GatewayEvent, { about: "other" }>): Record<string, string> {
  switch (event.about) {
    case "payment":
      return event.payment.notes;
    case "refund":
      return event.refund.notes;
    case "link":
      return event.link.notes;
    default:
      return event satisfies never;
  }
}

/** Payments carry the notes of their order, and those name the tenant. */
function assertOwnEvent(ctx: Ctx, event: GatewayEvent): void {
  if (event.about === "other") return;
  const { tenant } = notesOf(event);
  if (tenant !== undefined && tenant !== ctx.tenant.slug) throw new AppError("NOT_FOUND");
}

async function apply(tx: Tx, ctx: Ctx, event: GatewayEvent): Promise<"done" | "ignored"> {
  switch (event.about) {
    case "payment": {
      const order = await orderOf(tx, ctx, event.payment);
      return order ? applyPayment(tx, ctx, event.type, order, event.payment) : "ignored";
    }
    case "refund":
      await recordRefund(tx, ctx, event.refund);
      return "done";
    case "link":
      return applyLink(tx, ctx, event.link, event.payment ? [event.payment] : []);
    case "other":
      return "ignored";
    default:
      return event satisfies never;
  }
}

/** By the gateway's id, or by ours in the notes where the answer that carried the gateway's id was lost. */
async function orderOf(tx: Tx, ctx: Ctx, payment: GatewayPayment): Promise<OrderRow | undefined> {
  if (payment.orderId === null) return undefined;
  const known = await findOrderByProviderId(tx, ctx.tenant.id, payment.orderId);
  if (known) return known;
  const noted = payment.notes.order;
  if (noted === undefined || !isId(noted)) return undefined;
  const [ours] = await tx
    .select()
    .from(paymentOrders)
    .where(and(eq(paymentOrders.tenantId, ctx.tenant.id), eq(paymentOrders.id, noted)));
  if (!ours || ours.providerOrderId !== null) return undefined;
  return saveProviderOrder(tx, ours, payment.orderId);
}

async function applyPayment(
  tx: Tx,
  ctx: Ctx,
  type: string,
  order: OrderRow,
  payment: GatewayPayment,
): Promise<"done" | "ignored"> {
  switch (type) {
    case "payment.captured":
    case "order.paid":
      if (!paysFor(payment, order)) {
        log.error({ requestId: ctx.requestId, orderId: order.id, paymentId: payment.id }, "a payment unlike its order");
        return "ignored";
      }
      await recordPaymentInTx(tx, ctx, order, payment);
      return "done";
    case "payment.authorized":
      // Capturing is a call to the gateway, so it waits for the reconciler; most accounts capture by themselves.
      await raiseOrderStatus(tx, order, "attempted");
      return "done";
    case "payment.failed":
      // Also what the gateway sends back by itself, uncaptured: no money was ever counted.
      await raiseOrderStatus(tx, order, "failed");
      return "done";
    default:
      return "ignored";
  }
}
