import "server-only";
import { sql } from "drizzle-orm";
import { closeDays } from "@/lib/bookings/close-days";
import { closeYearly } from "@/lib/bookings/close-yearly";
import { writeNote } from "@/lib/bookings/write-note";
import type { Actor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { uploadImport } from "@/lib/imports/upload-import";
import { requestRefund } from "@/lib/ledger/request-refund";
import { receivePayment } from "@/lib/payments/receive-payment";
import { createApiKey } from "@/lib/people/create-api-key";
import type { Ctx } from "@/lib/tenants/ctx";
import { addMuhuratDates } from "@/lib/venues/add-muhurat-dates";
import { inTenant } from "../../client";
import { newId } from "../../id";
import { bookingFunctions } from "../../schema/bookings";
import { blackouts, yearlyBlackouts } from "../../schema/claims";
import { importRows } from "../../schema/imports";
import { messages } from "../../schema/messages";
import { paymentLinks } from "../../schema/payments";
import { hold } from "../checkout";
import { makeFamily, makeManager } from "../make-family";
import { makeHall, makeUser } from "../make-tenant";

export const ZONE = "Asia/Kolkata";
export const dayAhead = (days: number) => addDays(todayIn(new Date(), ZONE), days);

/** What may hang on a booking or a hall. Each takes its time to make: a verb asks for what it works on. */
export type Part = "money" | "office" | "setUp" | "imports";

/** A hold of a family, what hangs on it and on the hall, and everybody who might try something with it. */
export async function scene(parts: readonly Part[]) {
  const { tenant, venue } = await makeHall();
  const own = await makeFamily(tenant);
  const other = await makeFamily(tenant);
  const manager = await makeManager(tenant);
  const { tenant: elsewhere } = await makeHall();
  const member = await makeUser(tenant.id, "staff");
  const owner = await makeUser(tenant.id, "owner");
  const as = (actor: Actor): Ctx => ({ ...own, actor });
  const actors = {
    own,
    other,
    staff: as({ kind: "staff", userId: member.id, role: "staff" }),
    manager,
    owner: as({ kind: "staff", userId: owner.id, role: "owner" }),
    "key without scope": as({ kind: "apiKey", keyId: "key", scopes: [] }),
    "family of another hall": await makeFamily(elsewhere),
    "manager of another hall": await makeManager(elsewhere),
    "own family, at another hall": { ...own, tenant: elsewhere },
    platform: as({ kind: "platform" }),
    job: as({ kind: "job", name: "sweep" }),
  } satisfies Record<string, Ctx>;
  const bookingId = await hold(own, venue);
  const [first] = await inTenant(tenant.id, (tx) => tx.select({ id: bookingFunctions.id }).from(bookingFunctions));
  const target = {
    ...{
      tenant,
      venue,
      bookingId,
      functionId: first?.id ?? "",
      keepId: own.actor.userId,
      goneId: other.actor.userId,
    },
    ...{ colleagueId: (await makeUser(tenant.id, "staff")).id },
    ...(parts.includes("money") ? await moneyOf(manager, bookingId) : { paymentId: "", requestId: "", linkId: "" }),
    ...(parts.includes("office") ? await officeOf(manager, bookingId) : { noteId: "", messageId: "", keyId: "" }),
    ...(parts.includes("setUp") ? await setUpOf(manager, venue.id) : { blackoutId: "", yearlyId: "", muhurat: "" }),
    ...(parts.includes("imports") ? await importOf(manager, venue.id) : { importId: "", rowId: "" }),
  };
  return { actors, target };
}

export type Actors = Awaited<ReturnType<typeof scene>>["actors"];
export type Target = Awaited<ReturnType<typeof scene>>["target"];

/** A part of the advance in cash, some of it promised back, and a link that came to nothing. */
async function moneyOf(ctx: Ctx, bookingId: string) {
  const { result } = await receivePayment(ctx, { bookingId, method: "cash", amountPaise: 100_000 });
  const { paymentId } = result;
  const linkId = newId();
  const [requestId = ""] = await inTenant(ctx.tenant.id, async (tx) => {
    await tx.insert(paymentLinks).values({
      ...{ tenantId: ctx.tenant.id, bookingId, id: linkId, reference: linkId, purpose: "advance", amountPaise: 1_000 },
      ...{ currency: "INR", status: "failed" },
    });
    return requestRefund(tx, { tenantId: ctx.tenant.id, id: bookingId }, 1_000, "by_staff", paymentId);
  });
  return { paymentId, requestId, linkId };
}

const KEY = { name: "Accounts", scopes: ["money.read"], days: null };

async function officeOf(ctx: Ctx, bookingId: string) {
  const { noteId } = await writeNote(ctx, { bookingId, text: "Note" });
  const messageId = newId();
  await inTenant(ctx.tenant.id, (tx) =>
    tx.insert(messages).values({
      ...{ tenantId: ctx.tenant.id, id: messageId, bookingId, channel: "sms", recipient: "+919800000009" },
      ...{ template: "x", locale: "en", text: "Text", status: "sent", dedupeKey: messageId },
    }),
  );
  const { keyId } = await createApiKey({ ...ctx, actor: { kind: "platform" } }, KEY);
  return { noteId, messageId, keyId };
}

/** Days closed once and each year, and a muhurat date. */
async function setUpOf(ctx: Ctx, venueId: string) {
  const [once, yearly, muhurat] = [dayAhead(200), dayAhead(210), dayAhead(90)];
  const where = { venueId, spaceId: null, reason: "Repairs" };
  const save = { preview: false };
  await closeDays(ctx, { ...where, from: once, to: once, startTime: null, endTime: null }, save);
  await closeYearly(ctx, { ...where, startsOn: yearly.slice(5).replace("02-29", "02-28"), days: 1 }, save);
  await addMuhuratDates(ctx, { venueId, text: muhurat, source: null }, save);
  return inTenant(ctx.tenant.id, async (tx) => {
    const [blackout] = await tx.select({ id: blackouts.id }).from(blackouts).where(sql`${blackouts.yearlyId} is null`);
    const [each] = await tx.select({ id: yearlyBlackouts.id }).from(yearlyBlackouts);
    return { blackoutId: blackout?.id ?? "", yearlyId: each?.id ?? "", muhurat };
  });
}

async function importOf(ctx: Ctx, venueId: string) {
  const bytes = Buffer.from("Date,Name,Phone\n2031-01-01,Sunita,9876543210\n");
  const { importId } = await uploadImport(ctx, { venueId, fileName: "diary.csv", bytes });
  const [row] = await inTenant(ctx.tenant.id, (tx) => tx.select({ id: importRows.id }).from(importRows));
  return { importId, rowId: row?.id ?? "" };
}

const TABLES = [
  ...["tenants", "users", "venues", "spaces", "space_parts", "slots", "prices", "price_rules", "add_ons"],
  ...["muhurat_dates", "bookings", "booking_functions", "booking_lines", "allocations", "blackouts"],
  ...["yearly_blackouts", "booking_events", "audit_events", "payment_orders", "payment_links", "payments"],
  ...["refund_requests", "refunds", "day_books", "messages", "notes", "imports", "import_rows", "files"],
  ...["hall_settings", "sessions", "api_keys", "counters"],
];

/** All that a hall's tables hold, as one sum a table. */
export function rowsOf({ tenant }: Ctx): Promise<unknown> {
  const sums = TABLES.map(
    (table) => sql`select ${table}::text as name, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as sum
      from ${sql.identifier(table)} t where ${sql.identifier(table === "tenants" ? "id" : "tenant_id")} = ${tenant.id}`,
  );
  return inTenant(tenant.id, async (tx) => [...(await tx.execute(sql.join(sums, sql` union all `)))]);
}
