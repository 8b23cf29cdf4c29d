import "server-only";
import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { notes } from "@/db/schema/notes";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Note } from "./types";

/** A booking's notes, the latest first. */
export function listBookingNotes(ctx: Ctx, bookingId: string): Promise<Note[]> {
  assertMay(ctx.actor, "note.write");
  return inTenant(ctx.tenant.id, (tx) => notesWhere(tx, ctx, eq(notes.bookingId, bookingId)));
}

/** Notes on a customer, the latest first. */
export function customerNotes(tx: Tx, ctx: Ctx, customerId: string): Promise<Note[]> {
  return notesWhere(tx, ctx, eq(notes.customerId, customerId));
}

function notesWhere(tx: Tx, ctx: Ctx, which: SQL): Promise<Note[]> {
  return tx
    .select({ id: notes.id, text: notes.text, by: users.name, byId: notes.writtenBy, at: notes.createdAt })
    .from(notes)
    .innerJoin(users, and(eq(users.tenantId, notes.tenantId), eq(users.id, notes.writtenBy)))
    .where(and(eq(notes.tenantId, ctx.tenant.id), which, isNull(notes.removedAt)))
    .orderBy(desc(notes.createdAt), desc(notes.id));
}
