import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { asPlatform } from "@/db/client";
import { atCheckout, booksOf, hold, lapse } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { makeFamily } from "@/db/testing/make-family";
import { makeTenant, makeVenue } from "@/db/testing/make-tenant";
import { freshPhone, readInbox } from "@/db/testing/make-visitor";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { submitBooking } from "@/lib/bookings/submit-booking";
import type { JobPayloads } from "@/lib/jobs/jobs";
import { refundPayment } from "@/lib/payments/refund-payment";
import { verifyPayment } from "@/lib/payments/verify-payment";
import type { Ctx } from "@/lib/tenants/ctx";
import { notify } from "./notify";
import { sendMessage } from "./send-message";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

type Row = { id: string; recipient: string; template: string; locale: string; status: string; attempts: number };

async function messagesOf(ctx: Ctx): Promise<Row[]> {
  const rows = await asPlatform((tx) =>
    tx.execute<Row>(sql`select id, recipient, template, locale, status, attempts from messages
      where tenant_id = ${ctx.tenant.id} order by id`),
  );
  return [...rows];
}

/** Every piece of news of a booking, as the queue holds it, told now; `times` as often as it may be delivered. */
async function tellAll(ctx: Ctx, bookingId: string, times = 1): Promise<void> {
  const jobs = await asPlatform((tx) =>
    tx.execute<{ data: JobPayloads["notify"] }>(
      sql`select data from pgboss.job where name = 'notify' and data->>'bookingId' = ${bookingId} order by created_on, id`,
    ),
  );
  for (const { data } of jobs) await Promise.all(Array.from({ length: times }, () => notify(ctx, data)));
  for (const { id, status } of await messagesOf(ctx)) {
    if (status === "queued") await sendMessage(ctx, { messageId: id });
  }
}

const customerPhone = (ctx: Ctx) => (ctx.actor.kind === "customer" ? ctx.actor.phone : "");

/** A hall that reads Marathi and has a phone of its own. */
async function marathiHall() {
  const tenant = await makeTenant({ locale: "mr", phone: freshPhone(), name: { en: "Sai Hall", mr: "साई हॉल" } });
  return { tenant, venue: await makeVenue(tenant), ctx: await makeFamily(tenant) };
}

test("a hold is told to the family, once, with number, end, amount and where to go on", async () => {
  const { ctx, venue, tenant } = await marathiHall();
  const bookingId = await hold(ctx, venue);
  await tellAll(ctx, bookingId, 3);
  const texts = await readInbox(customerPhone(ctx));
  expect(texts).toHaveLength(1);
  expect(texts[0]).toMatch(/^Sai Hall: .* is held for you until .*[ap]m\. Booking TST-\d{4}-\d{4}, advance ₹/);
  expect(texts[0]).toContain(`http://${tenant.slug}.localhost:`);
  expect(texts[0]).toContain(`/en/bookings/${bookingId}`);
  expect(await readInbox(tenant.phone)).toEqual([]);
});

test("the end of a hold is said as people say it", async () => {
  const { ctx, venue } = await marathiHall();
  const bookingId = await hold(ctx, venue);
  await asPlatform((tx) =>
    tx.execute(
      sql`update bookings set locale = 'mr', hold_expires_at = '2030-02-05T11:00:00Z' where id = ${bookingId}`,
    ),
  );
  await tellAll(ctx, bookingId);
  expect(await readInbox(customerPhone(ctx))).toEqual([expect.stringContaining(" दुपारी ४:३० पर्यंत तुमच्यासाठी")]);
});

test("a confirmed booking is told to the family in its language and to the hall in the hall's", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  const paid = await gateway.pay(order.orderId);
  await verifyPayment(ctx, { bookingId, ...paid });
  await asPlatform((tx) => tx.execute(sql`update bookings set locale = 'hi' where id = ${bookingId}`));
  await tellAll(ctx, bookingId, 2);
  const rows = await messagesOf(ctx);
  expect(rows.map(({ template, locale, status }) => [template, locale, status])).toEqual([
    ["family.confirmed", "hi", "sent"],
    ["hall.confirmed", "en", "sent"],
  ]);
  expect((await readInbox(customerPhone(ctx)))[0]).toContain("पक्की");
  expect(rows[1]?.recipient).toBe(ctx.tenant.phone);
});

test("a request reaches the hall with who asks, what for and by when to answer", async () => {
  const { ctx, venue, tenant } = await marathiHall();
  const bookingId = await hold(ctx, venue);
  await submitBooking(ctx, { bookingId });
  await tellAll(ctx, bookingId);
  const [text] = await readInbox(tenant.phone);
  expect(text).toContain("नवीन विनंती");
  expect(text).toContain("Jadhav – Pawar");
  expect(text).toContain(`/mr/admin/bookings/${bookingId}`);
  // The hold became a request before its news was told: saying "held until" would be wrong by now.
  expect((await messagesOf(ctx)).map(({ template }) => template)).toEqual(["family.requested", "hall.requested"]);
});

test("money that came too late or twice is explained, and so is a refund", async () => {
  const late = await atCheckout();
  await lapse(late.ctx, late.bookingId);
  await hold(await makeFamily(late.tenant), late.venue);
  await gateway.webhooksOff();
  const paid = await gateway.pay(late.order.orderId);
  await verifyPayment(late.ctx, { bookingId: late.bookingId, ...paid });
  const [request] = (await booksOf(late.ctx, late.bookingId)).requests;
  await gateway.control({ webhooks: { off: false }, refunds: { afterMs: 0 } });
  await refundPayment({ ...late.ctx, actor: { kind: "job", name: "refund" } }, { requestId: request?.id ?? "" });
  await expect
    .poll(async () => (await booksOf(late.ctx, late.bookingId)).notices, { timeout: 5000 })
    .toContain("refunded");
  await tellAll(late.ctx, late.bookingId);
  expect((await messagesOf(late.ctx)).map(({ template }) => template)).toEqual([
    "family.expired",
    "family.tooLate",
    "family.refunded",
  ]);

  const twice = await atCheckout();
  for (const one of [await gateway.pay(twice.order.orderId), await gateway.pay(twice.order.orderId)]) {
    await verifyPayment(twice.ctx, { bookingId: twice.bookingId, ...one });
  }
  await cancelBooking(twice.ctx, { bookingId: twice.bookingId });
  await tellAll(twice.ctx, twice.bookingId);
  const templates = (await messagesOf(twice.ctx)).map(({ template }) => template);
  expect(templates).toEqual(expect.arrayContaining(["family.paidTwice", "family.cancelled", "hall.cancelled"]));
});

test("a message that the SMS service refuses is marked failed; one of unknown outcome, or for which it has no time, comes again", async () => {
  const { ctx, venue } = await marathiHall();
  const bookingId = await hold(ctx, venue);
  await notify(ctx, { bookingId, what: "held", cause: bookingId });
  const [message] = await messagesOf(ctx);
  const inbox = (faults: object, method = "POST") =>
    fetch(`${process.env.MSG91_API_URL}/__control`, { method, body: JSON.stringify(faults) });
  try {
    await inbox({ status: 502, times: 1 });
    await expect(sendMessage(ctx, { messageId: message?.id ?? "" })).rejects.toMatchObject({ outcome: "unknown" });
    expect(await messagesOf(ctx)).toMatchObject([{ status: "queued", attempts: 1 }]);
    await inbox({ status: 429, times: 1 });
    await expect(sendMessage(ctx, { messageId: message?.id ?? "" })).rejects.toMatchObject({ outcome: "later" });
    expect(await messagesOf(ctx)).toMatchObject([{ status: "queued", attempts: 2 }]);
    await inbox({ status: 400, times: 1 });
    await sendMessage(ctx, { messageId: message?.id ?? "" });
    expect(await messagesOf(ctx)).toMatchObject([{ status: "failed", attempts: 3 }]);
    await sendMessage(ctx, { messageId: message?.id ?? "" });
    expect(await messagesOf(ctx)).toMatchObject([{ status: "failed", attempts: 3 }]);
  } finally {
    await fetch(`${process.env.MSG91_API_URL}/__control`, { method: "DELETE" });
  }
});
