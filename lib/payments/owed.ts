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
import type { OwedFilter } from "./filters";
import type { Owed } from "./types";

/** What was never paid a year after the event is a matter for a lawyer, not for a list. */
const BEHIND = sql`now() - interval '1 year'`;
const SOON_DAYS = 30;

/** What firm bookings owe, the longest overdue first: by the day on which the terms want the balance. */
export async function listOwed(ctx: Ctx, { when, venueId }: OwedFilter): Promise<Owed[]> {
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
          sql`${bookings.startsAt} > ${BEHIND}`,
          venueId ? eq(bookings.venueId, venueId) : undefined,
        ),
      )
      .orderBy(asc(bookings.startsAt)),
  );
  return rows
    .flatMap(({ booking, timeZone, customer, paidPaise }): Owed[] => {
      const today = localDateOf(ctx.now, timeZone);
      const duePaise = booking.totalPaise - paidPaise;
      const dueOn = addDays(localDateOf(booking.startsAt, timeZone), -booking.terms.payment.balanceDueDays);
      // A firm booking without its advance owes it now, unless it was agreed to be paid at the hall.
      const advanceMissingPaise = booking.payAtHallAt ? 0 : Math.max(0, booking.advancePaise - paidPaise);
      const isOverdue = dueOn < today || advanceMissingPaise > 0;
      if (duePaise <= 0 || (when === "overdue" && !isOverdue)) return [];
      if (when === "soon" && !isOverdue && dueOn > addDays(today, SOON_DAYS)) return [];
      const { id: bookingId, number, eventTitle, startsAt, totalPaise } = booking;
      return [
        {
          ...{ bookingId, number, eventTitle, startsAt, totalPaise, customer, timeZone },
          ...{ dueOn, paidPaise, duePaise, advanceMissingPaise, isOverdue },
        },
      ];
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}
