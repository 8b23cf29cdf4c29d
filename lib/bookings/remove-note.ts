import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { notes } from "@/db/schema/notes";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { NoteRef } from "./input";
import { findBooking } from "./locks";
import { recordEvent } from "./save-status";

/** Takes a note of one's own away; its row and both moments stay in the history. @throws AppError NOT_FOUND, also for another's */
export async function removeNote(ctx: Ctx, input: NoteRef): Promise<void> {
  assertMay(ctx.actor, "note.write");
  const { actor } = ctx;
  if (actor.kind !== "staff") throw new AppError("FORBIDDEN");
  await inTenant(ctx.tenant.id, async (tx) => {
    const [note] = await tx
      .update(notes)
      .set({ removedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(notes.tenantId, ctx.tenant.id),
          eq(notes.id, input.noteId),
          eq(notes.writtenBy, actor.userId),
          isNull(notes.removedAt),
        ),
      )
      .returning();
    if (!note) throw new AppError("NOT_FOUND", { what: "note" });
    if (note.bookingId) {
      const booking = await findBooking(tx, ctx, note.bookingId);
      const { status } = booking;
      await recordEvent(tx, ctx, booking, {
        type: "note_removed",
        from: status,
        to: status,
        data: { noteId: note.id },
      });
    } else {
      const subjectId = note.customerId ?? note.id;
      await recordChange(tx, ctx, { type: "customer.note-removed", subjectId, before: { text: note.text } });
    }
  });
}
