import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { notes } from "@/db/schema/notes";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { WriteNoteInput } from "./input";
import { findBooking } from "./locks";
import { recordEvent } from "./save-status";

/** Writes a note on a booking or a customer; the family never sees it. @throws AppError NOT_FOUND */
export async function writeNote(ctx: Ctx, input: WriteNoteInput): Promise<{ noteId: string }> {
  assertMay(ctx.actor, "note.write");
  const { actor } = ctx;
  if (actor.kind !== "staff") throw new AppError("FORBIDDEN");
  return inTenant(ctx.tenant.id, async (tx) => {
    const noteId = newId();
    const row = { tenantId: ctx.tenant.id, id: noteId, text: input.text, writtenBy: actor.userId };
    if ("bookingId" in input) {
      const booking = await findBooking(tx, ctx, input.bookingId);
      await tx.insert(notes).values({ ...row, bookingId: booking.id });
      const { status } = booking;
      await recordEvent(tx, ctx, booking, { type: "note", from: status, to: status, data: { noteId } });
    } else {
      const customer = await findCustomer(tx, ctx, input.customerId);
      await tx.insert(notes).values({ ...row, customerId: customer.id });
      await recordChange(tx, ctx, {
        type: "customer.note-written",
        subjectId: customer.id,
        subject: customer.name ?? customer.phone,
      });
    }
    return { noteId };
  });
}

async function findCustomer(tx: Tx, ctx: Ctx, customerId: string) {
  const [customer] = await tx
    .select({ id: users.id, name: users.name, phone: users.phone })
    .from(users)
    .where(and(eq(users.tenantId, ctx.tenant.id), eq(users.id, customerId), isNull(users.mergedInto)));
  if (!customer) throw new AppError("NOT_FOUND", { what: "customer" });
  return customer;
}
