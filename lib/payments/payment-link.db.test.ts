import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { asPlatform, inTenant } from "@/db/client";
import { atDesk, paidAtDesk } from "@/db/testing/at-desk";
import { booksOf, until } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import type { Ctx } from "@/lib/tenants/ctx";
import { cancelPaymentLinkOf } from "./cancel-payment-link";
import { receivePayment } from "./receive-payment";
import { reconcileLinks } from "./reconcile-links";
import { sendPaymentLink } from "./send-payment-link";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

const providerIdOf = (url: string) => url.split("/").at(-1) ?? "";
const pay = (url: string) => gateway.payLink(providerIdOf(url));

async function linkOf(ctx: Ctx, linkId: string) {
  const [row] = await inTenant(ctx.tenant.id, (tx) =>
    tx.execute<{ status: string }>(sql`select status from payment_links where id = ${linkId}`),
  );
  return row;
}

/** As though the link had been sent a quarter of an hour ago. */
const age = (linkId: string) =>
  asPlatform((tx) =>
    tx.execute(sql`update payment_links set created_at = now() - interval '15 minutes',
      updated_at = now() - interval '15 minutes', checked_at = null where id = ${linkId}`),
  );

test("a link asks for the advance, and paid once it is recorded once, however often the gateway tells", async () => {
  const { ctx, bookingId, booking } = await atDesk();
  const link = await sendPaymentLink(ctx, { bookingId });
  expect(link.amountPaise).toBe(booking.advancePaise);
  expect(new Date(link.expiresAt ?? 0).getTime() - ctx.now.getTime()).toBeLessThan(20 * 60_000);
  await gateway.control({ webhooks: { duplicate: true } });
  await pay(link.url);
  await until(async () => expect(await linkOf(ctx, link.linkId)).toEqual({ status: "paid" }));
  expect(await booksOf(ctx, bookingId)).toMatchObject({ status: "confirmed", payments: 1, paid: booking.advancePaise });
  const [row] = await inTenant(ctx.tenant.id, (tx) =>
    tx.execute(sql`select link_id, method from payments where booking_id = ${bookingId}`),
  );
  expect(row).toEqual({ link_id: link.linkId, method: "razorpay" });
});

test("asked again the open link is sent again, until it is withdrawn", async () => {
  const { ctx, bookingId, booking } = await paidAtDesk();
  const link = await sendPaymentLink(ctx, { bookingId });
  expect(link.amountPaise).toBe(booking.totalPaise - booking.advancePaise);
  expect(await sendPaymentLink({ ...ctx, requestId: "again" }, { bookingId })).toMatchObject({ linkId: link.linkId });
  const part = await sendPaymentLink(ctx, { bookingId, amountPaise: 100_000 });
  expect(part.linkId).not.toBe(link.linkId);
  expect(await cancelPaymentLinkOf(ctx, { linkId: link.linkId })).toMatchObject({ status: "cancelled" });
});

test("more than is owed, or on a booking that is over, is refused", async () => {
  const { ctx, bookingId, booking } = await paidAtDesk();
  const above = booking.totalPaise - booking.advancePaise + 1;
  await expect(sendPaymentLink(ctx, { bookingId, amountPaise: above })).rejects.toMatchObject({ code: "ABOVE_DUE" });
  await cancelBooking(ctx, { bookingId });
  await expect(sendPaymentLink(ctx, { bookingId })).rejects.toMatchObject({ code: "WRONG_STATUS" });
});

test("a webhook that never came is found by asking; a link that nobody should pay by is withdrawn", async () => {
  const paid = await paidAtDesk();
  const link = await sendPaymentLink(paid.ctx, { bookingId: paid.bookingId });
  await gateway.webhooksOff();
  await pay(link.url);
  await age(link.linkId);
  const other = await paidAtDesk();
  const stale = await sendPaymentLink(other.ctx, { bookingId: other.bookingId });
  const rest = other.booking.totalPaise - other.booking.advancePaise;
  await receivePayment(other.ctx, { bookingId: other.bookingId, method: "cash", amountPaise: rest });
  await age(stale.linkId);

  await reconcileLinks();
  expect(await booksOf(paid.ctx, paid.bookingId)).toMatchObject({ payments: 2, paid: paid.booking.totalPaise });
  expect(await linkOf(paid.ctx, link.linkId)).toEqual({ status: "paid" });
  expect(await linkOf(other.ctx, stale.linkId)).toEqual({ status: "cancelled" });
});

test("a link whose answer was lost is found by its reference and not made twice", async () => {
  const { ctx, bookingId } = await paidAtDesk();
  await gateway.control({ dropAfterCommit: true, times: 1, method: "POST", path: "/v1/payment_links" });
  const link = await sendPaymentLink(ctx, { bookingId });
  const { payment_links } = await gateway.get<{ payment_links: { id: string }[] }>(
    `/v1/payment_links?reference_id=${link.linkId}`,
  );
  expect(payment_links.map(({ id }) => id)).toEqual([providerIdOf(link.url)]);
});
