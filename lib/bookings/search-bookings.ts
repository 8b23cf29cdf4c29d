import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { venues } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { matchBookings } from "./match-bookings";

/** Bookings by number, event, or the family's name or phone, across all years, the latest first. */
export async function searchBookings(ctx: Ctx, text: string, atMost: number) {
  assertMay(ctx.actor, "diary.read");
  return inTenant(ctx.tenant.id, async (tx) => {
    const found = await matchBookings(tx, ctx.tenant.id, text, atMost);
    if (!found || found.length === 0) return [];
    return tx
      .select({
        id: bookings.id,
        number: bookings.number,
        eventTitle: bookings.eventTitle,
        startsAt: bookings.startsAt,
        timeZone: venues.timeZone,
        customerName: users.name,
      })
      .from(bookings)
      .innerJoin(users, and(eq(users.tenantId, bookings.tenantId), eq(users.id, bookings.customerId)))
      .innerJoin(venues, and(eq(venues.tenantId, bookings.tenantId), eq(venues.id, bookings.venueId)))
      .where(and(eq(bookings.tenantId, ctx.tenant.id), inArray(bookings.id, found)))
      .orderBy(desc(bookings.startsAt))
      .limit(atMost);
  });
}
