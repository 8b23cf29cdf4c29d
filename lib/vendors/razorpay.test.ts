import { createHmac } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { toVendorError } from "./razorpay-errors";
import { parseGatewayEvent, verifyCheckoutSignature, verifyWebhookSignature } from "./razorpay-webhook";

const secrets = vi.hoisted(() => ({
  RAZORPAY_KEY_SECRET: "key-secret",
  RAZORPAY_WEBHOOK_SECRET: "new-secret",
  RAZORPAY_WEBHOOK_SECRET_OLD: undefined as string | undefined,
}));
vi.mock("@/lib/env", () => ({ env: () => secrets }));
beforeEach(() => {
  secrets.RAZORPAY_WEBHOOK_SECRET_OLD = undefined;
});

const sign = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest("hex");

test("checkout's signature stands for one order and one payment", () => {
  const signature = sign("key-secret", "order_1|pay_1");
  expect(verifyCheckoutSignature({ orderId: "order_1", paymentId: "pay_1", signature })).toBe(true);
  expect(verifyCheckoutSignature({ orderId: "order_2", paymentId: "pay_1", signature })).toBe(false);
  expect(verifyCheckoutSignature({ orderId: "order_1", paymentId: "pay_2", signature })).toBe(false);
});

test("a webhook's signature is over the body as it came; a malformed one is wrong, never an error", () => {
  const body = '{"event":"payment.captured","note":"मंगल कार्यालय"}';
  const signature = sign("new-secret", body);
  expect(verifyWebhookSignature(body, signature)).toBe(true);
  expect(verifyWebhookSignature(`${body}\n`, signature)).toBe(false);
  for (const wrong of ["", "zz", signature.slice(1), `${signature}00`, "0".repeat(64), signature.replace(/./g, "é")]) {
    expect(verifyWebhookSignature(body, wrong)).toBe(false);
  }
});

test("after a rotation the old secret counts while it is configured, and no longer", () => {
  const signature = sign("old-secret", "{}");
  expect(verifyWebhookSignature("{}", signature)).toBe(false);
  secrets.RAZORPAY_WEBHOOK_SECRET_OLD = "old-secret";
  expect(verifyWebhookSignature("{}", signature)).toBe(true);
  expect(verifyWebhookSignature("{}", sign("new-secret", "{}"))).toBe(true);
});

test.each([
  ["a timeout or a refused connection, as the SDK throws it", new TypeError("… reading 'status'"), "unknown"],
  ["an HTML 502", { statusCode: 502, error: undefined }, "unknown"],
  ["a server's own error", { statusCode: 500, error: { description: "We are facing some trouble" } }, "unknown"],
  ["too many requests", { statusCode: 429, error: { description: "Too many requests" } }, "unknown"],
  ["wrong keys", { statusCode: 401, error: { description: "Authentication failed" } }, "unknown"],
  ["an HTML 400", { statusCode: 400, error: undefined }, "unknown"],
  [
    "an account that is short of money for a refund",
    {
      statusCode: 400,
      error: { description: "Your account does not have enough balance to carry out the refund operation" },
    },
    "later",
  ],
  ["a refusal", { statusCode: 400, error: { description: "The payment has been fully refunded" } }, "refused"],
])("%s is judged", (_what, thrown, outcome) => {
  expect(toVendorError(thrown)).toMatchObject({ vendor: "razorpay", outcome });
});

const payment = {
  ...{ id: "pay_1", order_id: "order_1", amount: 12_500_00, currency: "INR", status: "captured", captured: true },
  ...{ method: "upi", notes: [], created_at: 1_800_000_000 },
};

test("an event becomes our own: a payment, a refund, or something to keep and leave alone", () => {
  const event = (name: string, payload: object) => parseGatewayEvent(JSON.stringify({ event: name, payload }));
  expect(event("order.paid", { payment: { entity: payment } })).toMatchObject({
    about: "payment",
    payment: { orderId: "order_1", amountPaise: 12_500_00, notes: {}, at: new Date("2027-01-15T08:00:00Z") },
  });
  expect(event("payment.captured", { payment: { entity: { id: 7 } } })?.about).toBe("other");
  expect(event("payment.dispute.created", { dispute: {} })?.about).toBe("other");
  expect(event("refund.processed", {})?.about).toBe("other");
  for (const text of ["", "null", "[]", '{"payload":{}}', "{"]) expect(parseGatewayEvent(text)).toBeNull();
});
