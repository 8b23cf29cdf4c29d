import "server-only";
import { and, asc, eq, gte, inArray, lte, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { bookingFunctions, bookingLines, bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { spaces, venues } from "@/db/schema/venues";
import type { LocalDate } from "@/lib/core/local-date";
import { assertMay } from "@/lib/core/permissions";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import type { DayFunction } from "./types";

/** Functions that take place from one day to another, both included, in the order of the clock, with what must be ready. */
export async function listDayFunctions(ctx: Ctx, from: LocalDate, to: LocalDate): Promise<DayFunction[]> {
  assertMay(ctx.actor, "diary.read");
  const tenantId = ctx.tenant.id;
  return inTenant(tenantId, async (tx) => {
    const rows = await tx
      .select({
        one: bookingFunctions,
        booking: bookings,
        spaceName: spaces.name,
        timeZone: venues.timeZone,
        customer: { name: users.name, phone: users.phone },
        paidPaise: paidOf(bookings),
      })
      .from(bookingFunctions)
      .innerJoin(bookings, and(eq(bookings.tenantId, tenantId), eq(bookings.id, bookingFunctions.bookingId)))
      .innerJoin(spaces, and(eq(spaces.tenantId, tenantId), eq(spaces.id, bookingFunctions.spaceId)))
      .innerJoin(venues, and(eq(venues.tenantId, tenantId), eq(venues.id, bookings.venueId)))
      .innerJoin(users, and(eq(users.tenantId, tenantId), eq(users.id, bookings.customerId)))
      .where(
        and(
          eq(bookingFunctions.tenantId, tenantId),
          gte(bookingFunctions.date, from),
          lte(bookingFunctions.date, to),
          sql`${bookings.status} in ('confirmed', 'completed')`,
        ),
      )
      .orderBy(asc(bookingFunctions.startsAt), asc(bookingFunctions.id));
    const ids = [...new Set(rows.map(({ booking }) => booking.id))];
    const extras =
      ids.length === 0
        ? []
        : await tx
            .select()
            .from(bookingLines)
            .where(
              and(
                eq(bookingLines.tenantId, tenantId),
                inArray(bookingLines.bookingId, ids),
                eq(bookingLines.kind, "add_on"),
              ),
            )
            .orderBy(asc(bookingLines.position));
    return rows.map(({ one, booking, spaceName, timeZone, customer, paidPaise }) => ({
      ...{ id: one.id, bookingId: booking.id, number: booking.number, status: booking.status, name: one.name },
      ...{ eventTitle: booking.eventTitle, date: one.date, spaceName, timeZone, guests: booking.guests, customer },
      period: { startsAt: one.startsAt, endsAt: one.endsAt },
      specialRequests: booking.specialRequests,
      extras: extras.filter((line) => line.bookingId === booking.id),
      duePaise: Math.max(0, booking.totalPaise - paidPaise),
    }));
  });
}
