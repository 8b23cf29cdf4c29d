import "server-only";
import { sql } from "drizzle-orm";
import { vi } from "vitest";
import { asPlatform } from "@/db/client";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { startPayment } from "@/lib/payments/start-payment";
import type { Ctx } from "@/lib/tenants/ctx";
import { makeFamily } from "./make-family";
import { makeHall, type TestVenue } from "./make-tenant";

/** Holds one session of part A on one day, the same for everybody. */
export async function hold(
  ctx: Ctx,
  venue: TestVenue,
  session: keyof TestVenue["slot"] = "evening",
  addOns: { addOnId: string; quantity: number }[] = [],
): Promise<string> {
  const date = addDays(todayIn(new Date(), "Asia/Kolkata"), 40);
  const { result } = await holdBooking(ctx, {
    venueId: venue.id,
    functions: [{ spaceId: venue.space.a, slotId: venue.slot[session], date, name: "wedding" }],
    ...{ guests: 100, addOns, eventType: "wedding", eventTitle: "Jadhav – Pawar", termsAccepted: true },
    locale: "en",
  });
  return result.bookingId;
}

/** A family of a hall of its own that holds an evening and has opened the checkout for the advance. */
export async function atCheckout() {
  const hall = await makeHall();
  const ctx = await makeFamily(hall.tenant);
  const bookingId = await hold(ctx, hall.venue);
  const order = await startPayment(ctx, { bookingId, purpose: "advance" });
  return { ...hall, ctx, bookingId, order };
}

type Request = { id: string; amount: number; reason: string; status: string };
type Counts = { status: string; payments: number; paid: number; confirmations: number };

/** What a booking's rows say of its money and of who is to be told. */
export async function booksOf(ctx: Ctx, bookingId: string) {
  const one = sql`tenant_id = ${ctx.tenant.id} and booking_id = ${bookingId}`;
  return asPlatform(async (tx) => {
    const [counts] = await tx.execute<Counts>(sql`
      select (select status from bookings where tenant_id = ${ctx.tenant.id} and id = ${bookingId}) as status,
        (select count(*)::int from payments where ${one}) as payments,
        (select coalesce(sum(amount_paise), 0)::int from payments where ${one}) as paid,
        (select count(*)::int from booking_events
          where ${one} and to_status = 'confirmed' and from_status <> 'confirmed') as confirmations`);
    const requests = await tx.execute<Request>(sql`
      select id, amount_paise::int as amount, reason, status from refund_requests where ${one} order by id`);
    const notices = await tx.execute<{ what: string }>(sql`
      select data->>'what' as what from pgboss.job where name = 'notify' and data->>'bookingId' = ${bookingId}
      order by created_on, id`);
    if (!counts) throw new Error("no booking");
    return { ...counts, requests: [...requests], notices: notices.map(({ what }) => what) };
  });
}

/** Moves the end of a hold into the past; nothing has expired it yet. */
export async function lapse(ctx: Ctx, bookingId: string): Promise<void> {
  await asPlatform((tx) =>
    tx.execute(sql`update bookings set hold_expires_at = clock_timestamp() - interval '1 second'
      where tenant_id = ${ctx.tenant.id} and id = ${bookingId}`),
  );
}

/** Under which receipts a tenant ever asked the gateway for an order. */
export async function receiptsOf(ctx: Ctx): Promise<string[]> {
  const rows = await asPlatform((tx) =>
    tx.execute<{ receipt: string }>(sql`select receipt from payment_orders where tenant_id = ${ctx.tenant.id}`),
  );
  return rows.map(({ receipt }) => receipt);
}

/** For what comes by itself: a webhook, a settled refund. */
export const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 8000, interval: 50 });
