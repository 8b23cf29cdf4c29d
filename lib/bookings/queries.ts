import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { isId } from "@/db/id";
import { bookingEvents, type EventActor } from "@/db/schema/booking-events";
import { bookingFunctions, bookingLines, bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { spaces, venues } from "@/db/schema/venues";
import type { LocalText } from "@/lib/core/locale";
import type { Paise } from "@/lib/core/money";
import { assertMay, type Permission } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { paidSoFar } from "@/lib/ledger/balance";
import { type LedgerEntry, listLedger } from "@/lib/ledger/queries";
import type { Ctx } from "@/lib/tenants/ctx";
import { assertOwnOrStaff } from "./locks";
import type { Booker, BookingRow } from "./types";

export type BookingFunctionView = {
  name: string;
  spaceId: string;
  spaceName: LocalText;
  slotId: string | null;
  date: string;
  startsAt: Date;
  endsAt: Date;
};

export type BookingView = {
  booking: BookingRow;
  venue: { id: string; slug: string; name: LocalText; address: LocalText; phone: string; timeZone: string };
  functions: BookingFunctionView[];
  lines: (typeof bookingLines.$inferSelect)[];
  /** What came in less what went or is going back, in paise. */
  paidPaise: Paise;
  duePaise: Paise;
  ledger: LedgerEntry[];
  customer: Booker & { email: string | null };
  history: {
    type: string;
    at: Date;
    toStatus: string;
    data: Record<string, unknown>;
    actor: EventActor;
    /** The person's name, where a person did it. */
    by: string | null;
    device: string | null;
  }[];
};

export type BookingSummary = {
  id: string;
  number: string;
  status: BookingRow["status"];
  holdExpiresAt: Date | null;
  isOption: boolean;
  eventTitle: string;
  specialRequests: string | null;
  startsAt: Date;
  endsAt: Date;
  totalPaise: Paise;
  venueName: LocalText;
  timeZone: string;
};

/** A family's own bookings, the latest first, over all venues of the tenant. @throws AppError UNAUTHENTICATED */
export async function listMyBookings(ctx: Ctx): Promise<BookingSummary[]> {
  const { actor, tenant } = ctx;
  if (actor.kind !== "customer" && actor.kind !== "staff") throw new AppError("UNAUTHENTICATED");
  return inTenant(tenant.id, (tx) =>
    tx
      .select({
        id: bookings.id,
        number: bookings.number,
        status: bookings.status,
        holdExpiresAt: bookings.holdExpiresAt,
        isOption: bookings.isOption,
        eventTitle: bookings.eventTitle,
        specialRequests: bookings.specialRequests,
        startsAt: bookings.startsAt,
        endsAt: bookings.endsAt,
        totalPaise: bookings.totalPaise,
        venueName: venues.name,
        timeZone: venues.timeZone,
      })
      .from(bookings)
      .innerJoin(venues, and(eq(venues.tenantId, bookings.tenantId), eq(venues.id, bookings.venueId)))
      .where(and(eq(bookings.tenantId, tenant.id), eq(bookings.customerId, actor.userId)))
      .orderBy(desc(bookings.startsAt), desc(bookings.id))
      .limit(100),
  );
}

/**
 * One booking with all that its page and documents show. Who may do something to it, `by` another permission, may see it.
 * @throws AppError NOT_FOUND, also for another family's or a malformed id
 */
export async function loadBooking(ctx: Ctx, bookingId: string, by: Permission = "booking.read"): Promise<BookingView> {
  assertMay(ctx.actor, by);
  if (!isId(bookingId)) throw new AppError("NOT_FOUND", { what: "booking" });
  return inTenant(ctx.tenant.id, async (tx) => {
    const [found] = await tx
      .select({
        booking: bookings,
        venue: venues,
        customer: { name: users.name, phone: users.phone, email: users.email },
      })
      .from(bookings)
      .innerJoin(venues, and(eq(venues.tenantId, bookings.tenantId), eq(venues.id, bookings.venueId)))
      .innerJoin(users, and(eq(users.tenantId, bookings.tenantId), eq(users.id, bookings.customerId)))
      .where(and(eq(bookings.tenantId, ctx.tenant.id), eq(bookings.id, bookingId)));
    if (!found) throw new AppError("NOT_FOUND", { what: "booking" });
    const { booking, venue, customer } = found;
    assertOwnOrStaff(ctx.actor, booking);
    const [functions, lines, paidPaise, ledger, history] = await Promise.all([
      functionsOf(tx, booking),
      tx
        .select()
        .from(bookingLines)
        .where(and(eq(bookingLines.tenantId, booking.tenantId), eq(bookingLines.bookingId, booking.id)))
        .orderBy(asc(bookingLines.position)),
      paidSoFar(tx, booking),
      listLedger(tx, booking),
      historyOf(tx, booking),
    ]);
    const { id, slug, name, address, phone, timeZone } = venue;
    return {
      booking,
      customer,
      venue: { id, slug, name, address, phone, timeZone },
      functions,
      lines,
      paidPaise,
      duePaise: Math.max(0, booking.totalPaise - paidPaise),
      ledger,
      history,
    };
  });
}

function functionsOf(tx: Tx, booking: BookingRow): Promise<BookingFunctionView[]> {
  return tx
    .select({
      name: bookingFunctions.name,
      spaceId: bookingFunctions.spaceId,
      spaceName: spaces.name,
      slotId: bookingFunctions.slotId,
      date: bookingFunctions.date,
      startsAt: bookingFunctions.startsAt,
      endsAt: bookingFunctions.endsAt,
    })
    .from(bookingFunctions)
    .innerJoin(spaces, and(eq(spaces.tenantId, bookingFunctions.tenantId), eq(spaces.id, bookingFunctions.spaceId)))
    .where(and(eq(bookingFunctions.tenantId, booking.tenantId), eq(bookingFunctions.bookingId, booking.id)))
    .orderBy(asc(bookingFunctions.position));
}

function historyOf(tx: Tx, booking: BookingRow) {
  return tx
    .select({
      type: bookingEvents.type,
      at: bookingEvents.at,
      toStatus: bookingEvents.toStatus,
      data: bookingEvents.data,
      actor: bookingEvents.actor,
      by: users.name,
      device: bookingEvents.device,
    })
    .from(bookingEvents)
    .leftJoin(users, and(eq(users.tenantId, bookingEvents.tenantId), eq(users.id, bookingEvents.actorId)))
    .where(and(eq(bookingEvents.tenantId, booking.tenantId), eq(bookingEvents.bookingId, booking.id)))
    .orderBy(asc(bookingEvents.at), asc(bookingEvents.id));
}
