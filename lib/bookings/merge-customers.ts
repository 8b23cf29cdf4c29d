import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { notes } from "@/db/schema/notes";
import { sessions, users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { MergeCustomersInput } from "./input";
import { recordEvent } from "./save-status";
import type { Merge } from "./types";

/** What merging would do. Nothing is changed. @throws AppError NOT_FOUND where either is no customer, or the two are one */
export async function previewMerge(ctx: Ctx, input: MergeCustomersInput): Promise<Merge> {
  assertMay(ctx.actor, "customer.merge");
  return inTenant(ctx.tenant.id, async (tx) => (await mergeOf(tx, ctx, input, false)).merge);
}

/**
 * Makes one customer of two: all bookings, with their money and messages, and all notes go to the one that stays, what it
 * lacked of name, address and language comes from the other. The other's logins end; its phone stays with it, so that whoever logs
 * in by it, or books by it at the desk, is the one that stays. @throws AppError NOT_FOUND where either is no customer
 */
export async function mergeCustomers(ctx: Ctx, input: MergeCustomersInput): Promise<Merge> {
  assertMay(ctx.actor, "customer.merge");
  const { keepId, goneId } = input;
  const tenantId = ctx.tenant.id;
  return inTenant(tenantId, async (tx) => {
    const { merge, keep, gone, moved } = await mergeOf(tx, ctx, input, true);
    await tx
      .update(bookings)
      .set({ customerId: keepId, updatedAt: sql`clock_timestamp()` })
      .where(and(eq(bookings.tenantId, tenantId), eq(bookings.customerId, goneId)));
    for (const booking of moved) {
      const { status } = booking;
      const data = { from: goneId, to: keepId };
      await recordEvent(tx, ctx, { ...booking, tenantId }, { type: "customer", from: status, to: status, data });
    }
    await tx
      .update(notes)
      .set({ customerId: keepId })
      .where(and(eq(notes.tenantId, tenantId), eq(notes.customerId, goneId)));
    const now = sql`clock_timestamp()`;
    await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.tenantId, tenantId), eq(sessions.userId, goneId), isNull(sessions.revokedAt)));
    await tx
      .update(users)
      .set({ mergedInto: keepId, removedAt: now })
      .where(and(eq(users.tenantId, tenantId), eq(users.id, goneId)));
    await tx
      .update(users)
      .set({ mergedInto: keepId })
      .where(and(eq(users.tenantId, tenantId), eq(users.mergedInto, goneId)));
    await tx
      .update(users)
      .set({ name: keep.name ?? gone.name, email: keep.email ?? gone.email, locale: keep.locale ?? gone.locale })
      .where(and(eq(users.tenantId, tenantId), eq(users.id, keepId)));
    await recordChange(tx, ctx, {
      type: "customer.merged",
      subjectId: keepId,
      subject: keep.name ?? keep.phone,
      before: { customer: gone.name, phone: gone.phone },
      after: { customer: keep.name, phone: keep.phone, bookings: merge.bookings.map(({ number }) => number) },
    });
    return merge;
  });
}

/** Both customers and what the one that goes has; locked, in one order, against a booking being made for either. */
async function mergeOf(tx: Tx, ctx: Ctx, { keepId, goneId }: MergeCustomersInput, isLocked: boolean) {
  const tenantId = ctx.tenant.id;
  const both = tx
    .select({ id: users.id, name: users.name, phone: users.phone, email: users.email, locale: users.locale })
    .from(users)
    .where(
      and(
        eq(users.tenantId, tenantId),
        inArray(users.id, [keepId, goneId]),
        eq(users.role, "customer"),
        isNull(users.mergedInto),
      ),
    )
    .orderBy(users.id);
  const two = await (isLocked ? both.for("update") : both);
  const keep = two.find(({ id }) => id === keepId);
  const gone = two.find(({ id }) => id === goneId);
  if (!keep || !gone || keepId === goneId) throw new AppError("NOT_FOUND", { what: "customer" });
  const theirs = tx
    .select({ id: bookings.id, number: bookings.number, eventTitle: bookings.eventTitle, status: bookings.status })
    .from(bookings)
    .where(and(eq(bookings.tenantId, tenantId), eq(bookings.customerId, goneId)))
    .orderBy(asc(bookings.id));
  const moved = await (isLocked ? theirs.for("update") : theirs);
  const [counts] = await tx.execute<{ notes: number; sessions: number }>(sql`select
    (select count(*)::int from ${notes} where tenant_id = ${tenantId} and customer_id = ${goneId} and removed_at is null) as notes,
    (select count(*)::int from ${sessions} where tenant_id = ${tenantId} and user_id = ${goneId} and revoked_at is null
      and expires_at > clock_timestamp()) as sessions`);
  const shown = ({ id, name, phone, email }: typeof keep) => ({ id, name, phone, email });
  const merge: Merge = {
    ...{ keep: shown(keep), gone: shown(gone), notes: counts?.notes ?? 0, sessions: counts?.sessions ?? 0 },
    bookings: moved.map(({ number, eventTitle }) => ({ number, eventTitle })),
  };
  return { merge, keep, gone, moved };
}
