import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookingEvents } from "@/db/schema/booking-events";
import { bookingFunctions, bookingLines } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { claimsOf } from "@/lib/core/claims";
import { type LineChange, lineChanges } from "@/lib/core/line-changes";
import type { Paise } from "@/lib/core/money";
import { localDateTimeOf } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { paidSoFar } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Alternative, alternativesTo } from "./alternatives";
import type { MoveFunctionInput, QuoteInput } from "./input";
import { findBooking } from "./locks";
import { withFunctionAt } from "./move-function";
import type { PricedPlan } from "./price-booking";
import { priceMoveInTx } from "./price-move";
import type { BookingRow } from "./types";

/** Where a function stands now, on the venue's wall clock. */
export type Standing = {
  functionId: string;
  spaceId: string;
  slotId: string | null;
  date: string;
  starts: string;
  ends: string;
};

/** Amounts in paise. */
export type MovePreview = {
  /** The booking's version that all of this is true of. */
  version: number;
  stands: Standing;
  starts: string;
  ends: string;
  changes: LineChange[];
  totalBefore: Paise;
  totalAfter: Paise;
  /** What goes back because the new total is below what came in. */
  refundPaise: Paise;
  isTaken: boolean;
  alternatives: Alternative[];
  /** Who changed the booking last, and when (RFC 3339). */
  lastChange: { by: string | null; at: string } | null;
};

type Place = Pick<MoveFunctionInput, "bookingId" | "functionId" | "to">;

/**
 * What moving one function would mean: the price line by line, money that would go back, and whether the time is free.
 * Nothing is locked or changed. A function that has since been moved is found again where it stands now.
 * @throws AppError NOT_FOUND, or why the place cannot be
 */
export async function previewMove(ctx: Ctx, place: Place): Promise<MovePreview> {
  assertMay(ctx.actor, "diary.read");
  assertMay(ctx.actor, "booking.reschedule");
  const seen = await inTenant(ctx.tenant.id, async (tx) => {
    const booking = await findBooking(tx, ctx, place.bookingId);
    const functionId = await functionNow(tx, booking, place.functionId);
    const { wanted, moved } = await withFunctionAt(tx, booking, { functionId, to: place.to });
    const plan = await priceMoveInTx(tx, ctx, booking, wanted);
    const [lines, paidPaise, isTaken, lastChange] = await Promise.all([
      linesOf(tx, booking),
      paidSoFar(tx, booking),
      isTakenByOthers(tx, booking, plan),
      lastChangeOf(tx, booking),
    ]);
    const { timeZone } = plan.book.venue.settings;
    const at = (instant: Date) => localDateTimeOf(instant, timeZone);
    const target = plan.functions.find(({ spaceId, slotId, date, period }) =>
      "slotId" in place.to
        ? spaceId === place.to.spaceId && slotId === place.to.slotId && date === place.to.date
        : spaceId === place.to.spaceId && at(period.startsAt) === place.to.startsAt,
    );
    const stands = { functionId, spaceId: moved.spaceId, slotId: moved.slotId, date: moved.date };
    const preview = {
      version: booking.version,
      stands: { ...stands, starts: at(moved.startsAt), ends: at(moved.endsAt) },
      starts: at(target?.period.startsAt ?? moved.startsAt),
      ends: at(target?.period.endsAt ?? moved.endsAt),
      changes: lineChanges(lines, plan.quote.lines),
      totalBefore: booking.totalPaise,
      totalAfter: plan.quote.totalPaise,
      refundPaise: Math.max(0, paidPaise - plan.quote.totalPaise),
      isTaken,
      lastChange,
    };
    const { venueId, guests } = booking;
    const wish: QuoteInput = { venueId, guests, functions: [{ ...place.to, name: "other" }], addOns: [] };
    return { preview, wish };
  });
  const alternatives = seen.preview.isTaken ? await alternativesTo(ctx, seen.wish) : [];
  return { ...seen.preview, alternatives };
}

/** A move writes functions anew, with new ids. The history of a booking with a single function leaves no doubt which it was. */
async function functionNow(tx: Tx, booking: BookingRow, functionId: string): Promise<string> {
  const rows = await tx
    .select({ id: bookingFunctions.id })
    .from(bookingFunctions)
    .where(and(eq(bookingFunctions.tenantId, booking.tenantId), eq(bookingFunctions.bookingId, booking.id)));
  const [only] = rows;
  if (rows.some(({ id }) => id === functionId)) return functionId;
  if (only && rows.length === 1) return only.id;
  throw new AppError("CHANGED_MEANWHILE", { version: booking.version });
}

function linesOf(tx: Tx, booking: BookingRow) {
  return tx
    .select()
    .from(bookingLines)
    .where(and(eq(bookingLines.tenantId, booking.tenantId), eq(bookingLines.bookingId, booking.id)))
    .orderBy(asc(bookingLines.position));
}

/** Only a look: the constraint decides when it is written. A hold that has lapsed is in nobody's way. */
async function isTakenByOthers(tx: Tx, booking: BookingRow, { functions, book }: PricedPlan): Promise<boolean> {
  const claims = claimsOf(functions, book.venue.settings).map(
    ({ partId, period }) =>
      sql`(${partId}::uuid, ${`[${period.startsAt.toISOString()},${period.endsAt.toISOString()})`}::tstzrange)`,
  );
  const [row] = await tx.execute<{ taken: boolean }>(sql`
    select exists (
      select 1 from (values ${sql.join(claims, sql`, `)}) as wanted (part_id, during)
        join allocations a on a.tenant_id = ${booking.tenantId} and a.part_id = wanted.part_id
         and a.ends_at > lower(wanted.during) and a.during && wanted.during
         and a.status in ('temp_hold', 'pending', 'confirmed', 'completed', 'blackout')
         and a.booking_id is distinct from ${booking.id}::uuid
        left join bookings b on b.tenant_id = a.tenant_id and b.id = a.booking_id
       where not coalesce(a.status in ('temp_hold', 'pending') and b.hold_expires_at <= clock_timestamp(), false)
    ) as taken`);
  return row?.taken ?? false;
}

async function lastChangeOf(tx: Tx, booking: BookingRow): Promise<MovePreview["lastChange"]> {
  const [event] = await tx
    .select({ by: users.name, at: bookingEvents.at })
    .from(bookingEvents)
    .leftJoin(users, and(eq(users.tenantId, bookingEvents.tenantId), eq(users.id, bookingEvents.actorId)))
    .where(and(eq(bookingEvents.tenantId, booking.tenantId), eq(bookingEvents.bookingId, booking.id)))
    .orderBy(desc(bookingEvents.at))
    .limit(1);
  return event ? { by: event.by, at: event.at.toISOString() } : null;
}
