import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPlatform, inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { hold } from "@/db/testing/checkout";
import { makeBooking } from "@/db/testing/make-booking";
import { makeFamilies, makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { addDays } from "@/lib/core/local-date";
import { periodOf, todayIn } from "@/lib/core/period";
import { ensureCustomer } from "@/lib/people/ensure-customer";
import { loadActor } from "@/lib/people/queries";
import { updateCustomer } from "@/lib/people/update-customer";
import type { Ctx } from "@/lib/tenants/ctx";
import { cancelBooking } from "./cancel-booking";
import { completeBooking } from "./complete-booking";
import { listCustomers } from "./list-customers";
import { listHistory } from "./list-history";
import { listBookingNotes } from "./list-notes";
import { loadCustomer } from "./load-customer";
import { mergeCustomers, previewMerge } from "./merge-customers";
import { loadBooking } from "./queries";
import { removeNote } from "./remove-note";
import { searchBookings } from "./search-bookings";
import { writeNote } from "./write-note";

const ZONE = "Asia/Kolkata";

/** Two entries of one family, each with a booking and a note, as their manager sees them. */
async function duplicates() {
  const { tenant, venue } = await makeHall();
  const ctx = await makeManager(tenant);
  const [keep, gone] = await makeFamilies(tenant, 2);
  if (!keep || !gone) throw new Error("no families");
  const kept = await hold(keep, venue, "morning");
  const moved = await hold(gone, venue, "evening");
  const [keepId, goneId] = [keep.actor.userId, gone.actor.userId];
  await writeNote(ctx, { customerId: goneId, text: "Grandfather decides" });
  return { ctx, tenant, venue, keep, gone, keepId, goneId, kept, moved };
}

/** A login of somebody, as their browser would show it. */
async function logIn({ tenant }: Ctx, userId: string) {
  const sessionId = newId();
  const version = await inTenant(tenant.id, async (tx) => {
    await tx.execute(sql`insert into sessions (tenant_id, id, user_id, expires_at)
      values (${tenant.id}, ${sessionId}, ${userId}, now() + interval '1 hour')`);
    const [user] = await tx.execute<{ version: number }>(
      sql`select session_version as version from users where id = ${userId}`,
    );
    return user?.version ?? 0;
  });
  return { userId, tenantId: tenant.id, sessionId, version };
}

test("what is shown before two customers are made one is what is done, and the shown is not done", async () => {
  const { ctx, keepId, goneId, moved } = await duplicates();
  const shown = await previewMerge(ctx, { keepId, goneId });
  expect(shown).toMatchObject({ notes: 1, bookings: [{ eventTitle: "Jadhav – Pawar" }] });
  expect((await loadCustomer(ctx, goneId)).bookings.map(({ bookingId }) => bookingId)).toEqual([moved]);
  expect(await mergeCustomers(ctx, { keepId, goneId })).toEqual(shown);
});

test("bookings, money, notes and the former phone go to the customer that stays; the other's logins end", async () => {
  const { ctx, tenant, keepId, goneId, gone, kept, moved } = await duplicates();
  const token = await logIn(ctx, goneId);
  expect(await loadActor(tenant, token)).not.toBeNull();
  await mergeCustomers(ctx, { keepId, goneId });

  const customer = await loadCustomer(ctx, keepId);
  expect(new Set(customer.bookings.map(({ bookingId }) => bookingId))).toEqual(new Set([kept, moved]));
  expect(customer.notes.map(({ text }) => text)).toEqual(["Grandfather decides"]);
  expect(customer.former.map(({ phone }) => phone)).toEqual([gone.actor.phone]);
  await expect(loadCustomer(ctx, goneId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await loadActor(tenant, token)).toBeNull();

  // Found, booked for and logged in by the former phone: the customer that stays.
  expect((await searchBookings(ctx, gone.actor.phone, 8)).map(({ id }) => id)).toContain(moved);
  expect((await listCustomers(ctx, { q: gone.actor.phone })).rows.map(({ id }) => id)).toEqual([keepId]);
  expect(await inTenant(tenant.id, (tx) => ensureCustomer(tx, ctx, { phone: gone.actor.phone }, "mr"))).toBe(keepId);
});

test("a merge stands in the history of the hall and of each booking that moved", async () => {
  const { ctx, keepId, goneId, moved, gone } = await duplicates();
  await mergeCustomers(ctx, { keepId, goneId });
  const { rows } = await listHistory(ctx, { kind: "customers" }, ZONE);
  const actorId = ctx.actor.kind === "staff" ? ctx.actor.userId : "";
  expect(rows.find(({ type }) => type === "customer.merged")).toMatchObject({
    actor: { kind: "staff", id: actorId },
    before: { phone: gone.actor.phone },
  });
  expect((await loadBooking(ctx, moved)).history.at(-1)).toMatchObject({ type: "customer", data: { to: keepId } });
});

test("a duplicate of a duplicate ends with the last one; nobody is merged twice, with themselves or with the team", async () => {
  const { ctx, tenant, keepId, goneId, gone } = await duplicates();
  const last = (await makeFamily(tenant)).actor.userId;
  await mergeCustomers(ctx, { keepId, goneId });
  await mergeCustomers(ctx, { keepId: last, goneId: keepId });
  expect((await loadCustomer(ctx, last)).bookings).toHaveLength(2);
  expect((await listCustomers(ctx, { q: gone.actor.phone })).rows.map(({ id }) => id)).toEqual([last]);
  const clerk = ctx.actor.kind === "staff" ? ctx.actor.userId : "";
  for (const pair of [
    { keepId: last, goneId: keepId },
    { keepId: last, goneId: last },
    { keepId: clerk, goneId: last },
    { keepId: last, goneId: clerk },
  ])
    await expect(mergeCustomers(ctx, pair)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a booking that a duplicate was just making is the customer's as well, and the old address leads there", async () => {
  const { ctx, tenant, venue, keepId, goneId } = await duplicates();
  await mergeCustomers(ctx, { keepId, goneId });
  const during = periodOf(addDays(todayIn(ctx.now, ZONE), 90), "09:00", 60, ZONE);
  const late = await makeBooking(tenant.id, {
    venueId: venue.id,
    customerId: goneId,
    partIds: [venue.space.b],
    during,
  });
  expect((await loadCustomer(ctx, keepId)).bookings.map(({ bookingId }) => bookingId)).toContain(late);
  await expect(loadCustomer(ctx, goneId)).rejects.toMatchObject({ details: { mergedInto: keepId } });
});

test("a note is the hall's: others cannot remove it, and taking one's own away leaves both moments in the history", async () => {
  const { ctx, tenant, kept } = await duplicates();
  const colleague = await makeManager(tenant);
  const { noteId } = await writeNote(ctx, { bookingId: kept, text: "Pays in cash" });
  await expect(removeNote(colleague, { noteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await listBookingNotes(colleague, kept)).map(({ text }) => text)).toEqual(["Pays in cash"]);
  await removeNote(ctx, { noteId });
  expect(await listBookingNotes(ctx, kept)).toEqual([]);
  const types = (await loadBooking(ctx, kept)).history.map(({ type }) => type);
  expect(types.slice(-2)).toEqual(["note", "note_removed"]);
  expect((await listHistory(ctx, { kind: "notes" }, ZONE)).rows.map(({ type }) => type)).toEqual([
    "note_removed",
    "note",
    "customer.note-written",
  ]);
});

test("a customer's name, address and language are put right, and what they were is kept", async () => {
  const { ctx, keepId } = await duplicates();
  await updateCustomer(ctx, { customerId: keepId, name: "Sunita Jadhav", email: "s@example.com", locale: "hi" });
  expect(await loadCustomer(ctx, keepId)).toMatchObject({
    name: "Sunita Jadhav",
    email: "s@example.com",
    locale: "hi",
  });
  const { rows } = await listHistory(ctx, { kind: "customers" }, ZONE);
  expect(rows[0]).toMatchObject({
    type: "customer.changed",
    before: { name: "Family" },
    after: { name: "Sunita Jadhav" },
  });
});

test("a booking is completed after its end and not before", async () => {
  const { ctx, tenant, kept } = await duplicates();
  await asPlatform((tx) =>
    tx.execute(sql`update bookings set status = 'confirmed', hold_expires_at = null where id = ${kept}`),
  );
  await expect(completeBooking(ctx, { bookingId: kept })).rejects.toMatchObject({ code: "WRONG_STATUS" });
  const later = { ...ctx, tenant, now: new Date(Date.now() + 90 * 86_400_000) };
  expect(await completeBooking(later, { bookingId: kept })).toMatchObject({ status: "completed" });
});

test("the history is filtered by who, kind, day and booking, page by page", async () => {
  const { ctx, kept, keep } = await duplicates();
  await cancelBooking(
    { ...ctx, device: "Mozilla/5.0 (Linux; Android 14) Chrome/130" },
    { bookingId: kept, reason: "Ill" },
  );
  const number = (await loadBooking(ctx, kept)).booking.number;
  const who = ctx.actor.kind === "staff" ? ctx.actor.userId : "";
  const types = async (filter: Parameters<typeof listHistory>[1]) =>
    (await listHistory(ctx, filter, ZONE)).rows.map(({ type }) => type);
  expect(await types({ booking: number })).toEqual(["cancel", "create"]);
  expect(await types({ who, kind: "bookings" })).toEqual(["cancel"]);
  expect(await types({ who: keep.actor.userId })).toEqual(["create"]);
  expect(await types({ from: "2090-01-01" })).toEqual([]);
  expect(await types({ to: "2001-01-01" })).toEqual([]);
  const { rows } = await listHistory(ctx, { booking: number }, ZONE);
  expect(rows[0]).toMatchObject({
    by: "Manager",
    device: expect.stringContaining("Android"),
    after: { reason: "Ill" },
  });
});
