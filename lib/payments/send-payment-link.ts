import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import { paymentLinks } from "@/db/schema/payments";
import { users } from "@/db/schema/people";
import { assertNotLapsed, lockBooking } from "@/lib/bookings/locks";
import { recordEvent } from "@/lib/bookings/save-status";
import type { BookingRow } from "@/lib/bookings/types";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { paidSoFar } from "@/lib/ledger/balance";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { createPaymentLink, findPaymentLinkByReference } from "@/lib/vendors/razorpay";
import type { GatewayLink } from "@/lib/vendors/razorpay-entities";
import { VendorError } from "@/lib/vendors/vendor-error";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import type { SendPaymentLinkInput } from "./input";
import { type LinkRow, saveLink } from "./payment-links";

/** `expiresAt` in RFC 3339. */
export type SentLink = { linkId: string; url: string; amountPaise: Paise; expiresAt: string | null };

const MINUTE = 60_000;
/** The gateway wants a quarter of an hour; what comes after the hold is handled as a late payment. */
const SHORTEST_MINUTES = 17;
const LIVES_MINUTES = 7 * 24 * 60;
/** Longer than one call to the gateway. */
const LEASE_SECONDS = 20;

type Intent = { link: LinkRow; booking: BookingRow; customer: { name: string; contact: string } };

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

async function openLink(tx: Tx, ctx: Ctx, input: SendPaymentLinkInput): Promise<Intent> {
  const booking = await lockBooking(tx, ctx, input.bookingId);
  const { amountPaise, purpose } = await amountAsked(tx, booking, input.amountPaise);
  const customer = await payerOf(tx, booking);
  const open = await findOpenLink(tx, booking, amountPaise);
  if (open?.url) return { link: open, booking, customer };
  if (open) throw new AppError("IDEMPOTENCY_IN_FLIGHT", { retryAfterSeconds: LEASE_SECONDS });

  const { currency } = await loadVenueSettings(tx, booking);
  const id = newId();
  const [link] = await tx
    .insert(paymentLinks)
    .values({
      tenantId: ctx.tenant.id,
      id,
      bookingId: booking.id,
      purpose,
      amountPaise,
      currency,
      reference: id,
      expiresAt: expiryOf(ctx, booking),
      createdBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
    })
    .returning();
  if (!link) throw new Error("a payment link was not written");
  return { link, booking, customer };
}

/** In paise, from our own rows. Before confirmation a link asks for the advance, after it for what is left. */
async function amountAsked(tx: Tx, booking: BookingRow, asked: number | undefined) {
  switch (booking.status) {
    case "expired":
      throw new AppError("HOLD_EXPIRED");
    case "cancelled":
    case "rejected":
      throw new AppError("WRONG_STATUS", { status: booking.status });
    case "temp_hold":
    case "pending":
      await assertNotLapsed(tx, booking);
      break;
    case "confirmed":
    case "completed":
      break;
    default:
      booking.status satisfies never;
  }
  const paid = await paidSoFar(tx, booking);
  const advance = booking.advancePaise - paid;
  const owed = booking.totalPaise - paid;
  const isAdvance = advance > 0 && (booking.status === "temp_hold" || booking.status === "pending");
  const amountPaise = asked ?? (isAdvance ? advance : owed);
  if (owed <= 0) throw new AppError("NOTHING_DUE");
  if (amountPaise > owed) throw new AppError("ABOVE_DUE", { duePaise: owed });
  const purpose: LinkRow["purpose"] = isAdvance && amountPaise <= advance ? "advance" : "full";
  return { amountPaise, purpose };
}

function expiryOf(ctx: Ctx, { holdExpiresAt }: BookingRow): Date {
  const now = ctx.now.getTime();
  const longest = now + LIVES_MINUTES * MINUTE;
  const wanted = holdExpiresAt ? Math.min(holdExpiresAt.getTime(), longest) : longest;
  return new Date(Math.max(wanted, now + SHORTEST_MINUTES * MINUTE));
}

async function payerOf(tx: Tx, booking: BookingRow): Promise<Intent["customer"]> {
  const [payer] = await tx
    .select({ name: users.name, contact: users.phone })
    .from(users)
    .where(and(eq(users.tenantId, booking.tenantId), eq(users.id, booking.customerId)));
  if (!payer) throw new AppError("NOT_FOUND", { what: "customer" });
  return { name: payer.name ?? "", contact: payer.contact };
}

/** One that can still be paid, or that another call is making at this moment. */
async function findOpenLink(tx: Tx, booking: BookingRow, amountPaise: number): Promise<LinkRow | undefined> {
  const [found] = await tx
    .select()
    .from(paymentLinks)
    .where(
      and(
        eq(paymentLinks.tenantId, booking.tenantId),
        eq(paymentLinks.bookingId, booking.id),
        eq(paymentLinks.amountPaise, amountPaise),
        eq(paymentLinks.status, "created"),
        sql`case when ${paymentLinks.url} is null
          then ${paymentLinks.updatedAt} > clock_timestamp() - make_interval(secs => ${LEASE_SECONDS}::int)
          else ${paymentLinks.expiresAt} > clock_timestamp() + interval '10 minutes' end`,
      ),
    )
    .orderBy(desc(paymentLinks.createdAt))
    .limit(1);
  return found;
}

async function linkAtGateway(ctx: Ctx, intent: Intent): Promise<GatewayLink> {
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

async function createOrFind(ctx: Ctx, { link, booking, customer }: Intent): Promise<GatewayLink> {
  const { reference, amountPaise, currency } = link;
  try {
    return await createPaymentLink({
      ...{ reference, amountPaise, currency, customer },
      description: booking.number,
      expiresAt: link.expiresAt ?? expiryOf(ctx, booking),
      notes: { tenant: ctx.tenant.slug, booking: booking.number, link: link.id },
    });
  } catch (error) {
    if (!(error instanceof VendorError) || error.outcome !== "unknown") throw error;
    const found = await findPaymentLinkByReference(reference);
    if (!found) throw error;
    return found;
  }
}

async function tell(tx: Tx, ctx: Ctx, { link, booking }: Intent): Promise<void> {
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
