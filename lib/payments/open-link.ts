import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { paymentLinks } from "@/db/schema/payments";
import { lockBooking } from "@/lib/bookings/locks";
import type { BookingRow } from "@/lib/bookings/types";
import { isOpen } from "@/lib/core/booking-status";
import type { Paise } from "@/lib/core/money";
import { AppError } from "@/lib/errors";
import { paidSoFar } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueSettings } from "@/lib/venues/load-venue";
import type { SendPaymentLinkInput } from "./input";
import { assertPayable, loadPayer } from "./payable";
import type { LinkRow } from "./payment-links";
import type { Payer } from "./types";

const MINUTE = 60_000;
/** The gateway wants a quarter of an hour; what comes after the hold is handled as a late payment. */
const SHORTEST_MINUTES = 17;
const LIVES_MINUTES = 7 * 24 * 60;
/** Longer than one call to the gateway. */
const LEASE_SECONDS = 20;

export type LinkIntent = { link: LinkRow; booking: BookingRow; payer: Payer };

/**
 * The link for what is asked, as our own row: the one that is open, or one that is written now.
 * @throws AppError NOTHING_DUE, ABOVE_DUE, HOLD_EXPIRED, WRONG_STATUS, IDEMPOTENCY_IN_FLIGHT, NOT_FOUND
 */
export async function openLink(tx: Tx, ctx: Ctx, input: SendPaymentLinkInput): Promise<LinkIntent> {
  const booking = await lockBooking(tx, ctx, input.bookingId);
  const { amountPaise, purpose } = await amountAsked(tx, booking, input.amountPaise);
  const payer = await loadPayer(tx, booking);
  const open = await findOpenLink(tx, booking, amountPaise);
  if (open?.url) return { link: open, booking, payer };
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
  return { link, booking, payer };
}

/** In paise, from our own rows. Before confirmation a link asks for the advance, after it for what is left. */
async function amountAsked(tx: Tx, booking: BookingRow, asked: Paise | undefined) {
  await assertPayable(tx, booking);
  const paid = await paidSoFar(tx, booking);
  const advance = booking.advancePaise - paid;
  const owed = booking.totalPaise - paid;
  const isAdvance = advance > 0 && isOpen(booking.status);
  const amountPaise = asked ?? (isAdvance ? advance : owed);
  if (owed <= 0) throw new AppError("NOTHING_DUE");
  if (amountPaise > owed) throw new AppError("ABOVE_DUE", { duePaise: owed });
  const purpose: LinkRow["purpose"] = isAdvance && amountPaise <= advance ? "advance" : "full";
  return { amountPaise, purpose };
}

/** With the hold, or after a week. */
export function expiryOf(ctx: Ctx, { holdExpiresAt }: BookingRow): Date {
  const now = ctx.now.getTime();
  const longest = now + LIVES_MINUTES * MINUTE;
  const wanted = holdExpiresAt ? Math.min(holdExpiresAt.getTime(), longest) : longest;
  return new Date(Math.max(wanted, now + SHORTEST_MINUTES * MINUTE));
}

/** One that can still be paid, or that another call is making at this moment. */
async function findOpenLink(tx: Tx, booking: BookingRow, amountPaise: Paise): Promise<LinkRow | undefined> {
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
