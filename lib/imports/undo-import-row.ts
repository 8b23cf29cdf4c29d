import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookingEvents } from "@/db/schema/booking-events";
import { lockBooking } from "@/lib/bookings/locks";
import { nextStatus, saveStatus } from "@/lib/bookings/save-status";
import type { BookingRow } from "@/lib/bookings/types";
import { isFirm } from "@/lib/core/booking-status";
import type { ImportProblem } from "@/lib/core/read-import-row";
import type { Ctx } from "@/lib/tenants/ctx";
import { reverseImported } from "./import-payment";

/** Cancels what a line became and takes its money rows back; or says why it is left as it is. */
export async function undoImportRow(
  tx: Tx,
  ctx: Ctx,
  bookingId: string,
  timeZone: string,
): Promise<ImportProblem | null> {
  const booking = await lockBooking(tx, ctx, bookingId);
  const values = { number: booking.number };
  const since = await whatHappenedSince(tx, booking);
  if (since) return { code: since, values };
  const next = nextStatus(booking, "undo_import", { confirmation: "approval", paid: true, approved: true });
  await saveStatus(tx, ctx, booking, next, { type: "undo_import" });
  await reverseImported(tx, ctx, booking, timeZone);
  return null;
}

/** All but what the import itself wrote, the day's going by, and customers merged. Its history tells: each change of a booking is in it. */
async function whatHappenedSince(tx: Tx, booking: BookingRow): Promise<"paidSince" | "changedSince" | null> {
  const events = await tx
    .select({ type: bookingEvents.type })
    .from(bookingEvents)
    .where(
      and(
        eq(bookingEvents.tenantId, booking.tenantId),
        eq(bookingEvents.bookingId, booking.id),
        sql`${bookingEvents.type} not in ('create', 'complete', 'customer')`,
        sql`not (${bookingEvents.type} = 'pay' and ${bookingEvents.data} @> '{"imported": true}'::jsonb)`,
      ),
    );
  if (events.some(({ type }) => /pay|refund|money/.test(type))) return "paidSince";
  return events.length > 0 || !isFirm(booking.status) ? "changedSince" : null;
}
