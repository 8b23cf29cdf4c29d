import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { isId } from "@/db/id";
import { bookingEvents } from "@/db/schema/booking-events";
import type { BookingStatus } from "@/lib/core/booking-state";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { after, cursorOf } from "./keyset";
import { assertOwnOrStaff, findBooking } from "./locks";

type Page = { cursor?: string | undefined; limit: number };

/** What happened to a booking, the first first, for another program. @throws AppError NOT_FOUND, also for another family's */
export async function listBookingEvents(ctx: Ctx, bookingId: string, { cursor, limit }: Page) {
  assertMay(ctx.actor, "booking.read");
  if (!isId(bookingId)) throw new AppError("NOT_FOUND", { what: "booking" });
  const { at, id, type, actor } = bookingEvents;
  const rows = await inTenant(ctx.tenant.id, async (tx) => {
    assertOwnOrStaff(ctx.actor, await findBooking(tx, ctx, bookingId));
    return tx
      .select({
        ...{ id, type, at, actor, cursor: cursorOf(at, id) },
        fromStatus: sql<BookingStatus | null>`${bookingEvents.fromStatus}`,
        toStatus: sql<BookingStatus>`${bookingEvents.toStatus}`,
      })
      .from(bookingEvents)
      .where(
        and(
          eq(bookingEvents.tenantId, ctx.tenant.id),
          eq(bookingEvents.bookingId, bookingId),
          ...(cursor ? [after(cursor, at, id, "asc")] : []),
        ),
      )
      .orderBy(asc(at), asc(id))
      .limit(limit + 1);
  });
  const page = rows.slice(0, limit);
  return {
    rows: page.map(({ cursor: _, ...row }) => row),
    next: rows.length > limit ? (page.at(-1)?.cursor ?? null) : null,
  };
}
