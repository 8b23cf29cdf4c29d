import "server-only";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { bookingFunctions, bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { spaces, venues } from "@/db/schema/venues";
import type { LocalText } from "@/lib/core/locale";
import { assertMay } from "@/lib/core/permissions";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import type { OpenClaim } from "./types";

/** Holds, requests and options that stand, the one that lapses first on top. A sweep may not have been by: the clock decides. */
export function listOpenClaims(ctx: Ctx): Promise<OpenClaim[]> {
  return list(
    ctx,
    sql`${bookings.status} in ('temp_hold', 'pending')
      and (${bookings.holdExpiresAt} is null or ${bookings.holdExpiresAt} > clock_timestamp())`,
    asc(bookings.holdExpiresAt),
  );
}

/** Requests that ran out unanswered, for events that are still ahead, the latest first. */
export function listLapsedRequests(ctx: Ctx): Promise<OpenClaim[]> {
  return list(
    ctx,
    sql`${bookings.startsAt} > clock_timestamp() and not ${bookings.isOption} and (
      (${bookings.status} = 'pending' and ${bookings.holdExpiresAt} <= clock_timestamp())
      or (${bookings.status} = 'expired' and ${bookings.payAtHallAt} is not null))`,
    desc(bookings.holdExpiresAt),
  );
}

function list(ctx: Ctx, which: SQL, order: SQL): Promise<OpenClaim[]> {
  assertMay(ctx.actor, "diary.read");
  const tenantId = ctx.tenant.id;
  return inTenant(tenantId, async (tx) => {
    const rows = await tx
      .select({
        booking: bookings,
        timeZone: venues.timeZone,
        customer: { name: users.name, phone: users.phone },
        paidPaise: paidOf(bookings),
        spaceNames: sql<LocalText[]>`(select jsonb_agg(distinct s.name) from ${bookingFunctions} f
          join ${spaces} s on s.tenant_id = f.tenant_id and s.id = f.space_id
          where f.tenant_id = ${bookings.tenantId} and f.booking_id = ${bookings.id})`,
      })
      .from(bookings)
      .innerJoin(venues, and(eq(venues.tenantId, tenantId), eq(venues.id, bookings.venueId)))
      .innerJoin(users, and(eq(users.tenantId, tenantId), eq(users.id, bookings.customerId)))
      .where(and(eq(bookings.tenantId, tenantId), which))
      .orderBy(order, asc(bookings.id))
      .limit(100);
    return rows.map(({ booking, timeZone, customer, paidPaise, spaceNames }) => ({
      ...{ bookingId: booking.id, number: booking.number, status: booking.status, isOption: booking.isOption },
      ...{ eventTitle: booking.eventTitle, guests: booking.guests, startsAt: booking.startsAt, endsAt: booking.endsAt },
      ...{ totalPaise: booking.totalPaise, specialRequests: booking.specialRequests, createdAt: booking.createdAt },
      ...{ holdExpiresAt: booking.holdExpiresAt, isApproved: booking.approvedAt !== null },
      ...{ timeZone, customer, paidPaise, spaceNames: spaceNames ?? [] },
    }));
  });
}
