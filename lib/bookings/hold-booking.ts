import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Once, once } from "@/lib/tenants/idempotency";
import { offeringAlternatives } from "./alternatives";
import { createBooking, wishColumns } from "./create-booking";
import { liveHoldWithinLimits } from "./hold-limits";
import type { HoldBookingInput } from "./input";
import { lockVenue } from "./locks";
import { assertShownPrice, type PricedPlan, priceInTx, type ShowBooking } from "./price-booking";
import { recordEvent } from "./save-status";
import type { BookingRow, HeldBooking } from "./types";
import { clearPlan, makeRoom, writePlan } from "./write-plan";

/**
 * Holds what a family asks for until it pays or the venue's hold time passes (design §6). Holding again while one's own
 * hold stands edits that booking: same number, same expiry.
 * @throws AppError SLOT_TAKEN with `alternatives`, HOLD_LIMIT, PRICE_CHANGED, TERMS_NOT_ACCEPTED, or why the wish cannot be.
 */
export function holdBooking(ctx: Ctx, input: HoldBookingInput): Promise<Once<HeldBooking>> {
  return hold(ctx, input, { route: "bookings.hold", show: async (_tx, booking) => toHeld(booking) });
}

/** The same, answering what `show` makes of it in the same transaction: what is stored under the key as well. */
export function holdAndShow<T>(ctx: Ctx, input: HoldBookingInput, show: ShowBooking<T>): Promise<Once<T>> {
  return hold(ctx, input, { route: "bookings.hold-and-show", show });
}

/** Answers of one shape a route: a key that was used for one is new to the other. */
type Answering<T> = { route: string; show: ShowBooking<T> };

async function hold<T>(ctx: Ctx, input: HoldBookingInput, { route, show }: Answering<T>): Promise<Once<T>> {
  assertMay(ctx.actor, "booking.hold");
  if (ctx.actor.kind !== "customer") throw new AppError("FORBIDDEN");
  if (!input.termsAccepted) throw new AppError("TERMS_NOT_ACCEPTED");
  const customerId = ctx.actor.userId;
  const { idempotencyKey: key, ...wish } = input;
  return offeringAlternatives(ctx, wish, () =>
    once(ctx, { route, key, input: wish }, async (tx) => {
      const plan = await priceInTx(tx, ctx, wish);
      assertShownPrice(plan, input.shownTotalPaise);
      await lockVenue(tx, input.venueId);
      const live = await liveHoldWithinLimits(tx, ctx.tenant.id, input.venueId, customerId);
      const booking = live
        ? await editHold(tx, ctx, live, plan, input)
        : await createHold(tx, ctx, customerId, plan, input);
      return show(tx, booking, plan);
    }),
  );
}

function createHold(
  tx: Tx,
  ctx: Ctx,
  customerId: string,
  plan: PricedPlan,
  input: HoldBookingInput,
): Promise<BookingRow> {
  const { holdMinutes } = plan.book.venue.settings;
  const holdExpiresAt = sql`clock_timestamp() + make_interval(mins => ${holdMinutes}::int)`;
  return createBooking(
    tx,
    ctx,
    plan,
    input,
    { customerId, status: "temp_hold", holdExpiresAt, source: "online" },
    "held",
  );
}

async function editHold(
  tx: Tx,
  ctx: Ctx,
  live: BookingRow,
  plan: PricedPlan,
  input: HoldBookingInput,
): Promise<BookingRow> {
  await clearPlan(tx, live);
  await makeRoom(tx, ctx, plan);
  await writePlan(tx, live, plan);
  const [booking] = await tx
    .update(bookings)
    .set({ ...wishColumns(plan, input), updatedAt: sql`clock_timestamp()` })
    .where(and(eq(bookings.tenantId, live.tenantId), eq(bookings.id, live.id)))
    .returning();
  if (!booking) throw new Error("a hold was not edited");
  await recordEvent(tx, ctx, booking, {
    type: "edit",
    from: live.status,
    to: booking.status,
    data: { totalPaise: booking.totalPaise },
  });
  return booking;
}

function toHeld(booking: BookingRow): HeldBooking {
  return {
    bookingId: booking.id,
    number: booking.number,
    status: booking.status,
    holdExpiresAt: booking.holdExpiresAt?.toISOString() ?? null,
    totalPaise: booking.totalPaise,
    advancePaise: booking.advancePaise,
  };
}
