import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { venues } from "@/db/schema/venues";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";

const WORDS = 3;

/** `%jadhav%` for each of the first words; a phone may be typed with spaces, dashes or +91. */
function patternsOf(text: string): string[] {
  const isPhone = /^[\d\s+()-]{4,}$/.test(text);
  const words = isPhone ? [text.replace(/\D/g, "")] : text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.slice(0, WORDS).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}

/** Bookings by number, event, or the family's name or phone, across all years, the latest first. */
export async function searchBookings(ctx: Ctx, text: string, atMost: number) {
  assertMay(ctx.actor, "diary.read");
  const patterns = patternsOf(text);
  if (patterns.length === 0) return [];
  return inTenant(ctx.tenant.id, async (tx) => {
    const list = sql.join(
      patterns.map((pattern) => sql`${pattern}`),
      sql`, `,
    );
    const found = await tx.execute<{ id: string }>(
      sql`select id from find_bookings(array[${list}]::text[], ${atMost}) as found (id)`,
    );
    if (found.length === 0) return [];
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
      .where(
        and(
          eq(bookings.tenantId, ctx.tenant.id),
          inArray(
            bookings.id,
            found.map(({ id }) => id),
          ),
        ),
      )
      .orderBy(desc(bookings.startsAt));
  });
}
