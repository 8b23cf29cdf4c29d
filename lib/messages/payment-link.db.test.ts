import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { paidAtDesk } from "@/db/testing/at-desk";
import { booksOf } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { cancelPaymentLinkOf } from "@/lib/payments/cancel-payment-link";
import { payBack } from "@/lib/payments/pay-back";
import { sendPaymentLink } from "@/lib/payments/send-payment-link";
import type { Ctx } from "@/lib/tenants/ctx";
import { notify } from "./notify";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const asJob = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "job", name: "notify" } });

const textsOf = (ctx: Ctx, bookingId: string, template: string) =>
  inTenant(ctx.tenant.id, (tx) =>
    tx.execute<{ text: string }>(
      sql`select text from messages where booking_id = ${bookingId} and template = ${template}`,
    ),
  );

test("the SMS carries the link, and is no longer sent once the link is withdrawn", async () => {
  const { ctx, bookingId } = await paidAtDesk();
  const link = await sendPaymentLink(ctx, { bookingId });
  const news = { bookingId, what: "payment_link" as const, amountPaise: link.amountPaise };
  await notify(asJob(ctx), { ...news, cause: `${link.linkId}:1` });
  await cancelPaymentLinkOf(ctx, { linkId: link.linkId });
  await notify(asJob(ctx), { ...news, cause: `${link.linkId}:2` });
  const texts = await textsOf(ctx, bookingId, "family.payLink");
  expect(texts).toHaveLength(1);
  expect(texts[0]?.text).toContain(link.url);
});

test("money handed over at the hall is not said to be on its way to an account", async () => {
  const { ctx, bookingId } = await paidAtDesk();
  const { refundPaise } = await cancelBooking(ctx, { bookingId });
  await notify(asJob(ctx), { bookingId, what: "cancelled", cause: bookingId, amountPaise: refundPaise });
  expect(await textsOf(ctx, bookingId, "family.cancelledByHand")).toHaveLength(1);
  const { requests } = await booksOf(ctx, bookingId);
  const requestId = requests[0]?.id ?? "";
  const { amountPaise } = await payBack(ctx, { requestId, method: "cash" });
  await notify(asJob(ctx), { bookingId, what: "refunded", cause: requestId, amountPaise });
  expect(await textsOf(ctx, bookingId, "family.refundedByHand")).toHaveLength(1);
  expect(await textsOf(ctx, bookingId, "family.refunded")).toHaveLength(0);
});
