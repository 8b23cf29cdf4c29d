import "server-only";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { venues } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { spaceNames } from "./list-columns";
import type { OpenClaim } from "./types";

/** Holds, requests and options that stand, the one that lapses first on top. A sweep may not have been by: the clock decides. */
export function listOpenClaims(ctx: Ctx): Promise<OpenClaim[]> {
  return list(
    ctx,
    sql`${bookings.status} in ('temp_hold', 'pending')
      and coalesce(${bookings.holdExpiresAt}, 'infinity') > clock_timestamp()`,
    asc(bookings.holdExpiresAt),
  );
}

/** Requests that ran out unanswered, for events that are still ahead, the latest first. */
export function listLapsedRequests(ctx: Ctx): Promise<OpenClaim[]> {
  return list(
    ctx,
    sql`${bookings.status} in ('pending', 'expired') and ${bookings.startsAt} > now() and not ${bookings.isOption} and (
      (${bookings.status} = 'pending' and ${bookings.holdExpiresAt} <= clock_timestamp())
      or (${bookings.status} = 'expired' and ${bookings.payAtHallAt} is not null))`,
    desc(bookings.holdExpiresAt),
  );
}

function list(ctx: Ctx, which: SQL, order: SQL): Promise<OpenClaim[]> {
  assertMay(ctx.actor, "diary.read");
  const tenantId = ctx.tenant.id;
  return inTenant(tenantId, (tx) =>
    tx
      .select({
        bookingId: bookings.id,
        number: bookings.number,
        status: bookings.status,
        isOption: bookings.isOption,
        eventTitle: bookings.eventTitle,
        guests: bookings.guests,
        startsAt: bookings.startsAt,
        endsAt: bookings.endsAt,
        totalPaise: bookings.totalPaise,
        specialRequests: bookings.specialRequests,
        createdAt: bookings.createdAt,
        holdExpiresAt: bookings.holdExpiresAt,
        isApproved: sql<boolean>`${bookings.approvedAt} is not null`,
        timeZone: venues.timeZone,
        customer: { name: users.name, phone: users.phone },
        paidPaise: paidOf(bookings),
        spaceNames,
      })
      .from(bookings)
      .innerJoin(venues, and(eq(venues.tenantId, tenantId), eq(venues.id, bookings.venueId)))
      .innerJoin(users, and(eq(users.tenantId, tenantId), eq(users.id, bookings.customerId)))
      .where(and(eq(bookings.tenantId, tenantId), which))
      .orderBy(order, asc(bookings.id))
      .limit(100),
  );
}
