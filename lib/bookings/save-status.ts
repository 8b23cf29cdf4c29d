import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { bookingEvents } from "@/db/schema/booking-events";
import { bookings } from "@/db/schema/bookings";
import { type BookingEvent, type BookingStatus, statusAfter } from "@/lib/core/booking-state";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { eventActor } from "@/lib/tenants/event-actor";
import type { BookingRow } from "./types";

/** Appends to a booking's history; call it in the transaction of the change. */
export async function recordEvent(
  tx: Tx,
  ctx: Pick<Ctx, "actor" | "device">,
  booking: { tenantId: string; id: string },
  event: { type: string; from: BookingStatus | null; to: BookingStatus; data?: Record<string, unknown> },
): Promise<void> {
  await tx.insert(bookingEvents).values({
    tenantId: booking.tenantId,
    id: newId(),
    bookingId: booking.id,
    type: event.type,
    fromStatus: event.from,
    toStatus: event.to,
    actor: eventActor(ctx.actor),
    data: event.data ?? {},
    device: ctx.device ?? null,
  });
}

type Facts = Parameters<typeof statusAfter>[2];

/** The status an event leads to. @throws AppError WRONG_STATUS when the state table knows no such step. */
export function nextStatus(booking: Pick<BookingRow, "status">, event: BookingEvent, facts: Facts): BookingStatus {
  const next = statusAfter(booking.status, event, facts);
  if (next === null) throw new AppError("WRONG_STATUS", { status: booking.status, event });
  return next;
}

type Extra = Partial<Pick<typeof bookings.$inferInsert, "approvedAt" | "payAtHallAt">>;

/** Writes a status (its allocations follow by foreign key) and its history. `expiresInMinutes` from the database's clock, null for never. */
export async function saveStatus(
  tx: Tx,
  ctx: Pick<Ctx, "actor" | "device">,
  booking: BookingRow,
  to: BookingStatus,
  event: { type: BookingEvent; data?: Record<string, unknown> },
  options: { expiresInMinutes?: number | null; set?: Extra } = {},
): Promise<BookingRow> {
  const { expiresInMinutes } = options;
  const [saved] = await tx
    .update(bookings)
    .set({
      status: to,
      updatedAt: sql`clock_timestamp()`,
      ...options.set,
      ...(expiresInMinutes === undefined
        ? {}
        : {
            holdExpiresAt:
              expiresInMinutes === null
                ? null
                : sql`clock_timestamp() + make_interval(mins => ${expiresInMinutes}::int)`,
          }),
    })
    .where(and(eq(bookings.tenantId, booking.tenantId), eq(bookings.id, booking.id)))
    .returning();
  if (!saved) throw new AppError("NOT_FOUND", { what: "booking" });
  await recordEvent(tx, ctx, booking, { ...event, from: booking.status, to });
  return saved;
}
