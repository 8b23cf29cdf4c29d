import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { recordEvent } from "@/lib/bookings/save-status";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { makeOrFind } from "@/lib/vendors/make-or-find";
import { createPaymentLink, findPaymentLinkByReference } from "@/lib/vendors/razorpay";
import type { GatewayLink } from "@/lib/vendors/razorpay-entities";
import { VendorError } from "@/lib/vendors/vendor-error";
import type { SendPaymentLinkInput } from "./input";
import { expiryOf, type LinkIntent, openLink } from "./open-link";
import { saveLink } from "./payment-links";

/** `expiresAt` in RFC 3339. */
export type SentLink = { linkId: string; url: string; amountPaise: Paise; expiresAt: string | null };

/**
 * Sends the family an SMS with a page of the gateway's where what is due can be paid. It expires with the hold, or after a
 * week. Asked again for the same amount, the link that is open is sent once more.
 * @throws AppError NOTHING_DUE, ABOVE_DUE, HOLD_EXPIRED, WRONG_STATUS, IDEMPOTENCY_IN_FLIGHT, PAYMENT_GATEWAY_DOWN, NOT_FOUND
 */
export async function sendPaymentLink(ctx: Ctx, input: SendPaymentLinkInput): Promise<SentLink> {
  assertMay(ctx.actor, "payment-link.send");
  const intent = await inTenant(ctx.tenant.id, (tx) => openLink(tx, ctx, input));
  const { link } = intent;
  const url = link.url ?? (await linkAtGateway(ctx, intent)).url;
  await inTenant(ctx.tenant.id, (tx) => tell(tx, ctx, intent));
  return { linkId: link.id, url, amountPaise: link.amountPaise, expiresAt: link.expiresAt?.toISOString() ?? null };
}

async function linkAtGateway(ctx: Ctx, intent: LinkIntent): Promise<GatewayLink> {
  const { link } = intent;
  try {
    const made = await createOrFind(ctx, intent);
    await inTenant(ctx.tenant.id, (tx) => saveLink(tx, link, { providerLinkId: made.id, url: made.url }));
    return made;
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    log.error({ requestId: ctx.requestId, linkId: link.id, outcome: error.outcome, err: error }, "no payment link");
    // Of an outcome that nobody knows the reconciler asks again.
    if (error.outcome === "refused") {
      await inTenant(ctx.tenant.id, (tx) => saveLink(tx, link, { status: "failed" }));
    }
    throw new AppError("PAYMENT_GATEWAY_DOWN");
  }
}

function createOrFind(ctx: Ctx, { link, booking, payer }: LinkIntent): Promise<GatewayLink> {
  const { reference, amountPaise, currency } = link;
  const wanted = {
    ...{ reference, amountPaise, currency, customer: { name: payer.name ?? "", contact: payer.phone } },
    description: booking.number,
    expiresAt: link.expiresAt ?? expiryOf(ctx, booking),
    notes: { tenant: ctx.tenant.slug, booking: booking.number, link: link.id },
  };
  return makeOrFind(
    () => createPaymentLink(wanted),
    () => findPaymentLinkByReference(reference),
  );
}

async function tell(tx: Tx, ctx: Ctx, { link, booking }: LinkIntent): Promise<void> {
  const [now] = await tx
    .select({ status: bookings.status })
    .from(bookings)
    .where(and(eq(bookings.tenantId, ctx.tenant.id), eq(bookings.id, booking.id)));
  const status = now?.status ?? booking.status;
  await recordEvent(tx, ctx, booking, {
    type: "payment_link",
    from: status,
    to: status,
    data: { linkId: link.id, amountPaise: link.amountPaise },
  });
  await enqueue(tx, "notify", {
    tenantId: ctx.tenant.id,
    bookingId: booking.id,
    what: "payment_link",
    // Sent again on purpose it is news again.
    cause: `${link.id}:${ctx.requestId}`,
    amountPaise: link.amountPaise,
  });
}
