import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { venues } from "@/db/schema/venues";
import { addDays } from "@/lib/core/local-date";
import { localDateOf } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Due } from "./types";

/** Events further away, or longer ago, are no arrivals of money to look out for. */
const AHEAD_DAYS = 90;
const BEHIND_DAYS = 60;

/** What confirmed bookings owe by `withinDays` days from now, what is overdue first. */
export async function listDues(ctx: Ctx, withinDays: number): Promise<Due[]> {
  assertMay(ctx.actor, "money.read");
  const tenantId = ctx.tenant.id;
  const rows = await inTenant(tenantId, (tx) =>
    tx
      .select({
        booking: bookings,
        timeZone: venues.timeZone,
        customer: { name: users.name, phone: users.phone },
        paidPaise: paidOf(bookings),
      })
      .from(bookings)
      .innerJoin(venues, and(eq(venues.tenantId, tenantId), eq(venues.id, bookings.venueId)))
      .innerJoin(users, and(eq(users.tenantId, tenantId), eq(users.id, bookings.customerId)))
      .where(
        and(
          eq(bookings.tenantId, tenantId),
          sql`${bookings.status} in ('confirmed', 'completed')`,
          sql`${bookings.startsAt} > now() - make_interval(days => ${BEHIND_DAYS})`,
          sql`${bookings.startsAt} < now() + make_interval(days => ${AHEAD_DAYS})`,
        ),
      )
      .orderBy(asc(bookings.startsAt)),
  );
  return rows
    .flatMap(({ booking, timeZone, customer, paidPaise }): Due[] => {
      const today = localDateOf(ctx.now, timeZone);
      const firstDay = localDateOf(booking.startsAt, timeZone);
      const dueOn = addDays(firstDay, -booking.terms.payment.balanceDueDays);
      const duePaise = booking.totalPaise - paidPaise;
      if (duePaise <= 0 || dueOn > addDays(today, withinDays)) return [];
      const { id: bookingId, number, eventTitle, startsAt } = booking;
      return [
        { bookingId, number, eventTitle, customer, startsAt, timeZone, dueOn, duePaise, isOverdue: dueOn < today },
      ];
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}
