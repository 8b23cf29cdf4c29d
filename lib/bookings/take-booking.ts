import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { BookingStatus } from "@/lib/core/booking-state";
import { type Discount, mostDiscount, withDiscount } from "@/lib/core/discount";
import { addDays } from "@/lib/core/local-date";
import { localDateOf, startOfDay } from "@/lib/core/period";
import { assertMay, mayDo } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { ensureCustomer } from "@/lib/people/ensure-customer";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadDeskSettings } from "@/lib/tenants/hall-settings";
import { type Once, once } from "@/lib/tenants/idempotency";
import { offeringAlternatives } from "./alternatives";
import { createBooking } from "./create-booking";
import type { TakeBookingInput } from "./input";
import { findBooking, lockVenue } from "./locks";
import { assertShownPrice, type PricedPlan, priceInTx } from "./price-booking";
import type { BookingRow, TakenBooking } from "./types";

/** Writes the money that came along, in the same transaction. It belongs to lib/payments, which knows bookings and not the reverse. */
type Receive = (tx: Tx, bookingId: string, advance: NonNullable<TakeBookingInput["advance"]>) => Promise<Received>;
type Received = { paymentId: string; receiptNumber: string };

/** What the answer is to hold, made in the transaction and stored under the key; it must survive JSON. */
type ShowTaken<T> = (tx: Tx, booking: BookingRow, plan: PricedPlan, received: Received | null) => Promise<T>;

/** Who shows it otherwise names a route of its own: a key that was used on one is new to the other. */
type Taking<T> = { receive: Receive; show: ShowTaken<T>; route?: string };

/**
 * Takes a booking for a customer at the desk or by phone: a hold, an option until the end of a day, or a sure one, which
 * needs its advance in full or somebody who may do without. The hall has said yes with it. Lead time does not bind staff,
 * nor do the limits on what one family may hold.
 * @throws AppError SLOT_TAKEN with `alternatives`, ADVANCE_MISSING, DISCOUNT_TOO_LARGE, PRICE_CHANGED, PHONE_INVALID,
 * INVALID_INPUT (an option that ends before today or after the event begins), or why the wish cannot be
 */
export async function takeBooking<T>(
  ctx: Ctx,
  input: TakeBookingInput,
  { receive, show, route = "bookings.take" }: Taking<T>,
): Promise<Once<T>> {
  const { actor } = ctx;
  assertMay(actor, "booking.take");
  if (input.standing.kind === "option") assertMay(actor, "booking.option");
  if (input.discount) assertMay(actor, "booking.discount");
  if (input.advance) assertMay(actor, "payment.record");
  const { idempotencyKey: key, ...wish } = input;
  return offeringAlternatives(ctx, wish, () =>
    once(ctx, { route, key, input: wish }, async (tx) => {
      const priced = await priceInTx(tx, ctx, wish);
      const plan = input.discount ? await discounted(tx, ctx, priced, input.discount) : priced;
      assertShownPrice(plan, input.shownTotalPaise);
      // Awaited together: postgres.js sends them in one go, the lock first.
      const [, customerId] = await Promise.all([
        lockVenue(tx, input.venueId),
        ensureCustomer(tx, ctx, input.customer, input.locale),
      ]);
      const booking = await create(tx, ctx, plan, input, customerId);
      const received = input.advance ? await receive(tx, booking.id, input.advance) : null;
      const saved = received ? await findBooking(tx, ctx, booking.id) : booking;
      return show(tx, saved, plan, received);
    }),
  );
}

async function discounted(tx: Tx, ctx: Ctx, plan: PricedPlan, discount: Discount): Promise<PricedPlan> {
  const { limits } = await loadDeskSettings(tx, ctx.tenant.id);
  const mostPaise = mostDiscount(ctx.actor, plan.quote.totalPaise, limits);
  if (discount.paise > mostPaise) throw new AppError("DISCOUNT_TOO_LARGE", { mostPaise });
  return { ...plan, quote: withDiscount(plan.quote, discount, plan.book.venue.paymentTerms) };
}

async function create(
  tx: Tx,
  ctx: Ctx,
  plan: PricedPlan,
  input: TakeBookingInput,
  customerId: string,
): Promise<BookingRow> {
  const { actor } = ctx;
  const takenBy = actor.kind === "staff" ? actor.userId : null;
  const { status, expires, news } = standingOf(ctx, plan, input);
  return createBooking(
    tx,
    ctx,
    plan,
    input,
    {
      customerId,
      status,
      holdExpiresAt: expires,
      isOption: input.standing.kind === "option",
      approvedAt: mayDo(actor, "booking.approve") ? ctx.now : null,
      source: actor.kind === "apiKey" ? "api" : input.source,
      takenBy,
      ...(input.discount ? { discountReason: input.discount.reason, discountBy: takenBy } : {}),
    },
    news,
  );
}

type Standing = {
  status: Extract<BookingStatus, "temp_hold" | "pending" | "confirmed">;
  expires: ReturnType<typeof sql> | null;
  news: "held" | "option" | "confirmed" | null;
};

/** How a new booking stands until its money is written, which then says for itself what it has done. */
function standingOf(ctx: Ctx, plan: PricedPlan, { standing, advance }: TakeBookingInput): Standing {
  const { settings } = plan.book.venue;
  const held = sql`clock_timestamp() + make_interval(mins => ${settings.holdMinutes}::int)`;
  switch (standing.kind) {
    case "hold":
      return { status: "temp_hold", expires: held, news: advance ? null : "held" };
    case "option": {
      const expires = optionEnd(ctx, plan, standing.until).toISOString();
      return { status: "pending", expires: sql`${expires}::timestamptz`, news: advance ? null : "option" };
    }
    case "sure": {
      const comes = advance?.amountPaise ?? 0;
      if (comes > 0 && comes >= plan.quote.advancePaise) return { status: "temp_hold", expires: held, news: null };
      if (comes < plan.quote.advancePaise && !mayDo(ctx.actor, "booking.sure-without-advance")) {
        throw new AppError("ADVANCE_MISSING", { advancePaise: plan.quote.advancePaise });
      }
      return { status: "confirmed", expires: null, news: "confirmed" };
    }
    default:
      return standing satisfies never;
  }
}

/** A minute to midnight of the option's last day, which reads as that day; at the latest when the first function begins. */
function optionEnd(ctx: Ctx, { book, functions }: PricedPlan, until: string): Date {
  const { timeZone } = book.venue.settings;
  const first = Math.min(...functions.map(({ period }) => period.startsAt.getTime()));
  if (until < localDateOf(ctx.now, timeZone) || until > localDateOf(new Date(first), timeZone)) {
    throw new AppError("INVALID_INPUT", { field: "standing.until" });
  }
  return new Date(Math.min(startOfDay(addDays(until, 1), timeZone).getTime() - 60_000, first));
}

/** What the desk is told. */
export function toTaken(
  booking: BookingRow,
  { customer, advance }: TakeBookingInput,
  received: Received | null,
): TakenBooking {
  const { id: bookingId, number, status, holdExpiresAt, totalPaise, advancePaise } = booking;
  return {
    ...{ bookingId, number, status, totalPaise, advancePaise, phone: customer.phone },
    holdExpiresAt: holdExpiresAt?.toISOString() ?? null,
    payment:
      received && advance
        ? { paymentId: received.paymentId, receiptNumber: received.receiptNumber, amountPaise: advance.amountPaise }
        : null,
  };
}
