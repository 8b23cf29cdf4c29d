import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { isId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { venues } from "@/db/schema/venues";
import { isFirm } from "@/lib/core/booking-status";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { shownStatus, spaceNames } from "./list-columns";
import { customerNotes } from "./list-notes";
import type { CustomerView } from "./types";

const AT_MOST = 500;

/**
 * Somebody that the hall knows, with all that they ever booked, also what a merged duplicate was just booking.
 * @throws AppError NOT_FOUND, for a merged duplicate with `mergedInto`
 */
export async function loadCustomer(ctx: Ctx, customerId: string): Promise<CustomerView> {
  assertMay(ctx.actor, "customer.read");
  if (!isId(customerId)) throw new AppError("NOT_FOUND", { what: "customer" });
  const tenantId = ctx.tenant.id;
  return inTenant(tenantId, async (tx) => {
    const [[person], merged, notes] = await Promise.all([
      tx
        .select()
        .from(users)
        .where(and(eq(users.tenantId, tenantId), eq(users.id, customerId))),
      tx
        .select({ id: users.id, name: users.name, phone: users.phone })
        .from(users)
        .where(and(eq(users.tenantId, tenantId), eq(users.mergedInto, customerId))),
      customerNotes(tx, ctx, customerId),
    ]);
    if (!person || person.mergedInto) {
      throw new AppError("NOT_FOUND", { what: "customer", mergedInto: person?.mergedInto ?? null });
    }
    const rows = await tx
      .select({
        bookingId: bookings.id,
        number: bookings.number,
        status: shownStatus,
        eventTitle: bookings.eventTitle,
        startsAt: bookings.startsAt,
        timeZone: venues.timeZone,
        totalPaise: bookings.totalPaise,
        paidPaise: paidOf(bookings),
        spaceNames,
      })
      .from(bookings)
      .innerJoin(venues, and(eq(venues.tenantId, tenantId), eq(venues.id, bookings.venueId)))
      .where(
        and(eq(bookings.tenantId, tenantId), inArray(bookings.customerId, [customerId, ...merged.map(({ id }) => id)])),
      )
      .orderBy(desc(bookings.startsAt), desc(bookings.id))
      .limit(AT_MOST);
    const agreed = rows.filter(({ status }) => isFirm(status));
    const { id, name, phone, email, locale, createdAt, lastLoginAt } = person;
    return {
      ...{ id, name, phone, email, locale, createdAt, lastLoginAt, bookings: rows, notes },
      former: merged.map((one) => ({ name: one.name, phone: one.phone })),
      agreedPaise: agreed.reduce((sum, one) => sum + one.totalPaise, 0),
      paidPaise: rows.reduce((sum, one) => sum + one.paidPaise, 0),
      duePaise: agreed.reduce((sum, one) => sum + Math.max(0, one.totalPaise - one.paidPaise), 0),
    };
  });
}
