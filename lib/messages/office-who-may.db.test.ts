import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { hold } from "@/db/testing/checkout";
import { makeFamilies, makeManager } from "@/db/testing/make-family";
import { makeHall, makeUser } from "@/db/testing/make-tenant";
import { bookingFilter } from "@/lib/bookings/booking-filter";
import { completeBooking } from "@/lib/bookings/complete-booking";
import { exportBookings, listBookings } from "@/lib/bookings/list-bookings";
import { listCustomers } from "@/lib/bookings/list-customers";
import { listHistory } from "@/lib/bookings/list-history";
import { listBookingNotes } from "@/lib/bookings/list-notes";
import { loadCustomer } from "@/lib/bookings/load-customer";
import { mergeCustomers, previewMerge } from "@/lib/bookings/merge-customers";
import { removeNote } from "@/lib/bookings/remove-note";
import { searchBookings } from "@/lib/bookings/search-bookings";
import { writeNote } from "@/lib/bookings/write-note";
import type { Actor } from "@/lib/core/actor";
import { mayDo, type Permission } from "@/lib/core/permissions";
import { isAppError } from "@/lib/errors";
import { listColleagues } from "@/lib/people/team";
import { updateCustomer } from "@/lib/people/update-customer";
import type { Ctx } from "@/lib/tenants/ctx";
import { listBookingMessages } from "./booking-messages";
import { resendMessage } from "./resend-message";

/** The office's verbs and reads by everybody: who may not is told FORBIDDEN or NOT_FOUND, and nothing has changed. */

const ZONE = "Asia/Kolkata";
const HALL = ["staff", "manager", "owner"];
const LEADS = ["manager", "owner"];

async function scene() {
  const { tenant, venue } = await makeHall();
  const [own, other] = await makeFamilies(tenant, 2);
  if (!own || !other) throw new Error("no families");
  const bookingId = await hold(own, venue);
  const as = (actor: Actor): Ctx => ({ tenant, actor, now: new Date(), requestId: newId() });
  const member = async (role: "staff" | "owner") =>
    as({ kind: "staff", userId: (await makeUser(tenant.id, role)).id, role });
  const manager = await makeManager(tenant);
  const elsewhere = await makeManager((await makeHall()).tenant);
  const { noteId } = await writeNote(manager, { bookingId, text: "Note" });
  const messageId = newId();
  await inTenant(tenant.id, (tx) =>
    tx.execute(sql`insert into messages (tenant_id, id, booking_id, channel, recipient, template, locale, text, status, dedupe_key)
      values (${tenant.id}, ${messageId}, ${bookingId}, 'sms', '+919800000009', 'x', 'en', 'Text', 'sent', ${messageId})`),
  );
  const actors: Record<string, Ctx> = {
    ...{ own, other, manager, "manager of another hall": elsewhere },
    staff: await member("staff"),
    owner: await member("owner"),
    "key without scope": as({ kind: "apiKey", keyId: "key", scopes: [] }),
    platform: as({ kind: "platform" }),
    job: as({ kind: "job", name: "sweep" }),
  };
  return { actors, bookingId, noteId, messageId, keepId: own.actor.userId, goneId: other.actor.userId };
}
type Scene = Awaited<ReturnType<typeof scene>>;
type Verb = [string, Permission, string[], (ctx: Ctx, to: Scene) => Promise<unknown>];

const VERBS: Verb[] = [
  ["write a note", "note.write", HALL, (ctx, { bookingId }) => writeNote(ctx, { bookingId, text: "New" })],
  ["remove a note of the manager's", "note.write", ["manager"], (ctx, { noteId }) => removeNote(ctx, { noteId })],
  ["complete", "booking.complete", [...HALL, "job"], (ctx, { bookingId }) => completeBooking(ctx, { bookingId })],
  ["resend", "message.resend", HALL, (ctx, { messageId }) => resendMessage(ctx, { messageId })],
  [
    "update a customer",
    "customer.write",
    HALL,
    (ctx, { keepId }) => updateCustomer(ctx, { customerId: keepId, name: "Other name", email: null }),
  ],
  ["preview a merge", "customer.merge", LEADS, previewMerge],
  ["merge", "customer.merge", LEADS, mergeCustomers],
  ["load a customer", "customer.read", HALL, (ctx, { keepId }) => loadCustomer(ctx, keepId)],
];

/** Reads that answer with less instead of a refusal at another hall. */
const LISTS: [string, Permission, string[], (ctx: Ctx, to: Scene) => Promise<unknown[]>][] = [
  ["search", "diary.read", HALL, (ctx) => searchBookings(ctx, "Jadhav", 8)],
  ["list", "diary.read", HALL, async (ctx) => (await listBookings(ctx, bookingFilter.parse({}), ZONE)).rows],
  ["export", "money.export", LEADS, (ctx) => exportBookings(ctx, bookingFilter.parse({}), ZONE, 10)],
  ["customers", "customer.read", HALL, async (ctx) => (await listCustomers(ctx, { q: "Family" })).rows],
  ["notes", "note.write", HALL, (ctx, { bookingId }) => listBookingNotes(ctx, bookingId)],
  ["messages", "message.resend", HALL, (ctx, { bookingId }) => listBookingMessages(ctx, bookingId)],
  ["history", "history.read", LEADS, async (ctx) => (await listHistory(ctx, {}, ZONE)).rows],
  [
    "colleagues",
    "admin.enter",
    HALL,
    async (ctx) => (await listColleagues(ctx)).filter(({ name }) => name !== "Manager"),
  ],
];

async function outcome(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return "may";
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code === "FORBIDDEN" || error.code === "NOT_FOUND" ? error.code : "may";
  }
}

const rowsOf = ({ tenant }: Ctx): Promise<unknown> =>
  inTenant(tenant.id, async (tx) => [
    ...(await tx.execute(sql`select id, status, customer_id, updated_at from bookings order by id`)),
    ...(await tx.execute(
      sql`select id, name, merged_into::text as merged from users where role = 'customer' order by id`,
    )),
    ...(await tx.execute(sql`select id, removed_at::text as at from notes union all select id, null from messages
      union all select id, null from booking_events union all select id, null from audit_events order by 1`)),
  ]);

test.each(VERBS)(
  "%s is for whom the table says, and refused it changes nothing",
  async (_name, permission, may, verb) => {
    const to = await scene();
    const manager = to.actors.manager;
    if (!manager) throw new Error("no manager");
    const before = await rowsOf(manager);
    for (const [who, ctx] of Object.entries(to.actors)) {
      if (may.includes(who)) continue;
      const answer = await outcome(() => verb(ctx, to));
      expect([who, answer]).toEqual([who, expect.stringMatching(/^(FORBIDDEN|NOT_FOUND)$/)]);
      if (!mayDo(ctx.actor, permission)) expect([who, answer]).toEqual([who, "FORBIDDEN"]);
    }
    expect(await rowsOf(manager)).toEqual(before);
    for (const who of may) {
      const fresh = await scene();
      const ctx = fresh.actors[who];
      if (!ctx) throw new Error(who);
      expect([who, await outcome(() => verb(ctx, fresh))]).toEqual([who, "may"]);
    }
  },
);

test.each(LISTS)("%s shows a hall its own and others nothing", async (_name, permission, may, read) => {
  const to = await scene();
  for (const [who, ctx] of Object.entries(to.actors)) {
    if (!mayDo(ctx.actor, permission)) {
      expect([who, await outcome(() => read(ctx, to))]).toEqual([who, "FORBIDDEN"]);
    } else if (may.includes(who)) {
      expect([who, (await read(ctx, to)).length > 0]).toEqual([who, true]);
    } else {
      expect([who, await read(ctx, to)]).toEqual([who, []]);
    }
  }
});
