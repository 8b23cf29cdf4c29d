import "server-only";
import { sql } from "drizzle-orm";
import { inTenant, rawClient } from "@/db/client";
import { newId } from "@/db/id";
import { bookingEvents } from "@/db/schema/booking-events";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { allocations } from "@/db/schema/claims";
import type { BookingStatus } from "@/lib/core/booking-state";
import { withBuffers } from "@/lib/core/period";
import { makeFamily } from "./make-family";
import type { TestTenant, TestVenue } from "./make-tenant";

/** Paise in a rupee. */
export const RUPEES = 100;
/** A moment by its wall clock in India. */
export const at = (local: string) => new Date(`${local}+05:30`);

export type Wish = {
  part: "a" | "b";
  slot: "morning" | "evening" | "fullDay";
  day: string;
  /** When it was taken. */
  taken: string;
  rupees: number;
  status?: BookingStatus;
  by?: string;
  wasConfirmed?: boolean;
};
const HOURS = { morning: ["09:00", "15:00"], evening: ["16:00", "23:00"], fullDay: ["09:00", "23:00"] } as const;

/** Writes a booking as it came to stand, and what it claims. */
export async function book(tenant: TestTenant, venue: TestVenue, customerId: string, wish: Wish): Promise<string> {
  const { part, slot, day, taken, rupees, status = "confirmed", by, wasConfirmed = false } = wish;
  const id = newId();
  const owned = { tenantId: tenant.id, bookingId: id };
  const [from, to] = HOURS[slot];
  const period = { startsAt: at(`${day}T${from}`), endsAt: at(`${day}T${to}`) };
  const paise = rupees * RUPEES;
  await inTenant(tenant.id, async (tx) => {
    await tx.insert(bookings).values({
      ...{ tenantId: tenant.id, id, number: `R-${id}`, venueId: venue.id, customerId, ...period },
      status: status === "cancelled" ? "confirmed" : status,
      holdExpiresAt: status === "pending" ? at("2099-01-01T00:00") : null,
      ...{ totalPaise: paise, taxablePaise: paise, gstPaise: 0, advancePaise: 0, depositPaise: 0 },
      ...{ eventType: "wedding", eventTitle: "Test", guests: 10, locale: "en" },
      ...{ source: by ? "desk" : "online", takenBy: by ?? null, createdAt: at(taken), termsAcceptedAt: at(taken) },
      terms: {
        text: { en: "Terms" },
        payment: { advance: { kind: "percent", percent: 0 }, balanceDueDays: 0, depositPaise: 0 },
        cancellation: { tiers: [], freeDateChanges: 0, dateChangeDaysBefore: 0 },
      },
    });
    await tx.insert(bookingFunctions).values({
      ...{ ...owned, id: newId(), position: 0, name: "wedding", spaceId: venue.space[part], slotId: venue.slot[slot] },
      ...{ date: day, ...period },
    });
    const state = status === "cancelled" ? "confirmed" : status;
    await tx.insert(allocations).values({
      ...{ ...owned, id: newId(), partId: venue.space[part], status: state, during: withBuffers(period, 30, 30) },
    });
    if (wasConfirmed)
      await tx.insert(bookingEvents).values({
        ...{ ...owned, id: newId(), type: "pay", fromStatus: "temp_hold", toStatus: "confirmed", at: at(taken) },
        ...{ actor: { kind: "job" }, data: {} },
      });
    if (status === "cancelled") await tx.execute(sql`update bookings set status = 'cancelled' where id = ${id}`);
  });
  return id;
}

/** Fourteen years of a booking a day, each paid and paid back, so that reading all of them is not the cheapest way. */
export async function crowd({ tenant, venue }: { tenant: TestTenant; venue: TestVenue }): Promise<void> {
  const family = await makeFamily(tenant);
  const wish = { part: "a", slot: "morning", day: "2020-01-01", taken: "2020-01-01T00:00", rupees: 1 } as const;
  const id = await book(tenant, venue, family.actor.userId, wish);
  const nth = sql`n * interval '1 day'`;
  await inTenant(tenant.id, async (tx) => {
    await tx.execute(sql`
      insert into bookings (tenant_id, id, number, venue_id, customer_id, status, event_type, event_title, guests, source, locale,
        starts_at, ends_at, total_paise, taxable_paise, gst_paise, advance_paise, deposit_paise, terms, terms_accepted_at, created_at)
      select tenant_id, gen_random_uuid(), number || n, venue_id, customer_id, status, event_type, event_title, guests, source,
        locale, starts_at + ${nth}, ends_at + ${nth}, 1, 1, 0, 0, 0, terms, created_at, created_at + ${nth}
      from bookings, generate_series(1, 5000) n where id = ${id}`);
    await tx.execute(sql`
      insert into booking_functions (tenant_id, id, booking_id, position, name, space_id, date, starts_at, ends_at)
      select tenant_id, gen_random_uuid(), id, 0, 'wedding', ${venue.space.a}, starts_at::date, starts_at, ends_at from bookings`);
    await tx.execute(sql`
      insert into payments (tenant_id, id, booking_id, receipt_number, method, amount_paise, currency, received_at)
      select tenant_id, gen_random_uuid(), id, number, 'cash', 1, 'INR', starts_at from bookings`);
    await tx.execute(sql`
      insert into refunds (tenant_id, id, booking_id, payment_id, voucher_number, method, amount_paise, currency, refunded_at)
      select tenant_id, gen_random_uuid(), booking_id, id, receipt_number, 'cash', 1, 'INR', received_at from payments`);
  });
  await rawClient()`analyze bookings, booking_functions, payments, refunds`;
}
