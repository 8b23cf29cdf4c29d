import "server-only";
import { sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { bookingEvents } from "@/db/schema/booking-events";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { allocations } from "@/db/schema/claims";
import type { BookingStatus } from "@/lib/core/booking-state";
import { withBuffers } from "@/lib/core/period";
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
