import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Razorpay from "razorpay";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { keys, signatureOf, startAccount, startReceiver } from "./testing";

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let account: Awaited<ReturnType<typeof startAccount>>;
/** A tenant a test, so that nobody sees another test's late webhooks. */
let tenant = "";
let tests = 0;
const hooks = () => receiver.of(tenant);
const events = () => hooks().map((hook) => hook.event);

beforeAll(async () => {
  receiver = await startReceiver();
  account = await startAccount({ webhookUrl: receiver.url });
});
afterAll(async () => {
  await account.close();
  await receiver.close();
});
beforeEach(async () => {
  await fetch(`${account.url}/__control`, { method: "DELETE" });
  tenant = `tenant-${++tests}`;
});

const order = (extra: object = {}) =>
  account
    .post("/v1/orders", {
      amount: 25_000_00,
      currency: "INR",
      receipt: "PAR-1",
      notes: { tenant },
      ...extra,
    })
    .then(({ body }) => body);
const checkout = (order_id: string, extra: object = {}) =>
  account.post("/v1/payments/create/ajax", {
    key_id: keys.keyId,
    order_id,
    method: "upi",
    vpa: "success@razorpay",
    ...extra,
  });
const arrived = (count: number) => vi.waitFor(() => expect(hooks()).toHaveLength(count), { timeout: 3_000 });

describe("orders", () => {
  it("are made and found again, by id and by receipt", async () => {
    const made = await order({ receipt: "PAR-find" });
    expect(made).toMatchObject({ entity: "order", status: "created", amount_due: 25_000_00, attempts: 0 });
    expect((await account.get(`/v1/orders/${made.id}`)).body).toEqual(made);
    expect((await account.get("/v1/orders?receipt=PAR-find")).body).toMatchObject({ count: 1, items: [made] });
    expect((await account.get("/v1/orders?receipt=other")).body.count).toBe(0);
    expect((await account.get(`/v1/orders/${made.id}/payments`)).body.items).toEqual([]);
  });

  it.each([
    [{ amount: 99 }, "minimum amount"],
    [{ amount: 100.5 }, "must be an integer"],
    [{ currency: "XXX" }, "Currency"],
    [{ receipt: "x".repeat(41) }, "receipt"],
    [{ notes: Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`n${n}`, "x"])) }, "notes"],
  ])("refuses %j", async (extra, words) => {
    const { error } = await order(extra);
    expect(error.code).toBe("BAD_REQUEST_ERROR");
    expect(error.description).toContain(words);
  });

  it("are for those with the secret", async () => {
    const answer = await fetch(`${account.url}/v1/orders`);
    expect(answer.status).toBe(401);
    expect((await account.get("/v1/orders/order_unknown")).body.error.description).toContain("does not exist");
  });
});

describe("the real SDK", () => {
  it("makes an order, finds it, and refunds its payment", async () => {
    const sdk = new Razorpay({ key_id: keys.keyId, key_secret: keys.keySecret });
    Object.assign(Reflect.get(Reflect.get(Reflect.get(sdk, "api"), "rq"), "defaults"), { baseURL: account.url });
    const made = await sdk.orders.create({ amount: 500_00, currency: "INR", receipt: "SDK-1", notes: { tenant: "t" } });
    await account.post("/__control/pay", { order_id: made.id });
    const { items } = await sdk.orders.fetchPayments(made.id);
    expect(items).toMatchObject([{ status: "captured", amount: 500_00, order_id: made.id }]);
    const refund = await sdk.payments.refund(items[0]?.id ?? "", { amount: 200_00 });
    expect(refund).toMatchObject({ entity: "refund", amount: 200_00 });
    await expect(sdk.orders.create({ amount: 1, currency: "INR" })).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe("checkout", () => {
  it("captures, signs, and tells the app in order", async () => {
    const { id } = await order();
    const { body } = await checkout(id, { contact: "+919876543210" });
    expect(body.razorpay_signature).toBe(signatureOf(id, body.razorpay_payment_id));
    const payment = (await account.get(`/v1/payments/${body.razorpay_payment_id}`)).body;
    expect(payment).toMatchObject({
      status: "captured",
      captured: true,
      method: "upi",
      amount: 25_000_00,
      order_id: id,
    });
    expect((await account.get(`/v1/orders/${id}`)).body).toMatchObject({ status: "paid", amount_due: 0, attempts: 1 });
    await arrived(3);
    expect(events()).toEqual(["payment.authorized", "payment.captured", "order.paid"]);
    expect(hooks().every(({ valid }) => valid)).toBe(true);
    expect(new Set(hooks().map((hook) => hook.id)).size).toBe(3);
    expect(hooks()[1]?.payload.payment?.entity.id).toBe(payment.id);
    expect((await checkout(id)).body.error.description).toContain("already been paid");
  });

  it("fails where the bank declines, and may be tried again", async () => {
    const { id } = await order();
    const declined = await checkout(id, { vpa: "failure@razorpay" });
    expect(declined).toMatchObject({ status: 400, body: { error: { metadata: { order_id: id } } } });
    expect((await checkout(id, { outcome: "failed" })).status).toBe(400);
    expect((await account.get(`/v1/orders/${id}`)).body).toMatchObject({ status: "attempted", attempts: 2 });
    expect((await checkout(id, { method: "card", card: { number: "5104 0600 0000 0008" } })).status).toBe(200);
    expect((await checkout(id, { method: "card", card: { number: "4111 1111 1111 1111" } })).status).toBe(400);
    expect((await account.get(`/v1/orders/${id}/payments`)).body.count).toBe(3);
  });

  it("serves its script and its frame, to local pages alone", async () => {
    const { id } = await order();
    const script = await (await fetch(`${account.url}/v1/checkout.js`)).text();
    expect(script).toContain(`const BASE = "${account.url}"`);
    const query = new URLSearchParams({
      key: keys.keyId,
      order_id: id,
      name: "</script>",
      origin: "http://localhost:3000",
    });
    const frame = await fetch(`${account.url}/v1/checkout/embedded?${query}`);
    expect(frame.headers.get("content-security-policy")).toContain("frame-ancestors http://localhost:*");
    const text = await frame.text();
    expect(text).toContain('"origin":"http://localhost:3000"');
    expect(text.match(/<\/script>/g)).toHaveLength(2);
    query.set("origin", "https://evil.example");
    expect(await (await fetch(`${account.url}/v1/checkout/embedded?${query}`)).text()).toContain('"origin":"null"');
  });
});

describe("payments without a browser", () => {
  it("come late, twice, or with another amount", async () => {
    const { id } = await order();
    const late = (await account.post("/__control/pay", { order_id: id, late: true })).body;
    expect(late.payment).toMatchObject({ status: "captured", error_code: null });
    await arrived(4);
    expect(events()).toEqual(["payment.failed", "payment.authorized", "payment.captured", "order.paid"]);
    const second = (await account.post("/__control/pay", { order_id: id, amount: 100 })).body;
    expect(second.payment.amount).toBe(100);
    expect(second.razorpay_signature).toBe(signatureOf(id, second.payment.id));
  });

  it("wait for capture when only authorised", async () => {
    const { id } = await order();
    const { payment } = (await account.post("/__control/pay", { order_id: id, outcome: "authorized" })).body;
    expect(payment).toMatchObject({ status: "authorized", captured: false });
    const path = `/v1/payments/${payment.id}/capture`;
    expect((await account.post(path, { amount: 1, currency: "INR" })).status).toBe(400);
    expect((await account.post(path, { amount: 25_000_00, currency: "INR" })).body.status).toBe("captured");
    expect((await account.post(path, { amount: 25_000_00, currency: "INR" })).body.error.description).toContain(
      "already",
    );
  });
});

describe("refunds", () => {
  const paid = async () => (await account.post("/__control/pay", { order_id: (await order()).id })).body.payment.id;

  it("never exceed what was captured", async () => {
    const path = `/v1/payments/${await paid()}/refund`;
    expect((await account.post(path, { amount: 20_000_00 })).body).toMatchObject({
      status: "pending",
      amount: 20_000_00,
    });
    expect((await account.post(path, { amount: 5_000_01 })).body.error.description).toContain("greater than");
    expect((await account.post(path)).body.amount).toBe(5_000_00);
    expect((await account.post(path)).body.error.description).toContain("fully refunded");
  });

  it("happen once a key", async () => {
    const id = await paid();
    const [path, key] = [`/v1/payments/${id}/refund`, { "X-Refund-Idempotency": "cancel-PAR-2026-0001" }];
    await account.control({ dropAfterCommit: true, times: 1, path });
    await expect(account.post(path, { amount: 1_000_00 }, key)).rejects.toThrow();
    const again = await Promise.all([1, 2, 3].map(() => account.post(path, { amount: 1_000_00 }, key)));
    expect(new Set(again.map(({ body }) => body.id)).size).toBe(1);
    expect((await account.get(`/v1/payments/${id}/refunds`)).body.count).toBe(1);
    expect((await account.post(path, { amount: 2_000_00 }, key)).body.error.description).toContain("Different request");
    expect((await account.post(path, {}, { "X-Refund-Idempotency": "short" })).status).toBe(400);
  });

  it("are processed, or fail, a moment later", async () => {
    const id = await paid();
    await arrived(3);
    const { body } = await account.post(`/v1/payments/${id}/refund`, { amount: 100_00 });
    await arrived(5);
    expect(events().slice(3)).toEqual(["refund.created", "refund.processed"]);
    expect((await account.get(`/v1/refunds/${body.id}`)).body).toMatchObject({ status: "processed", payment_id: id });
    await account.control({ refunds: { outcome: "failed", afterMs: 0 } });
    await account.post(`/v1/payments/${id}/refund`);
    await arrived(7);
    expect(events().at(-1)).toBe("refund.failed");
    expect((await account.get(`/v1/payments/${id}`)).body).toMatchObject({
      amount_refunded: 100_00,
      refund_status: "partial",
    });
  });
});

describe("payment links", () => {
  const link = (extra: object = {}) =>
    account.post("/v1/payment_links", { amount: 900_00, currency: "INR", notes: { tenant }, ...extra });

  it("are paid, and then cannot be cancelled", async () => {
    const { body } = await link({ reference_id: "L-1", customer: { contact: "+919876543210" } });
    expect((await fetch(body.short_url)).status).toBe(200);
    await account.post("/__control/pay", { payment_link_id: body.id });
    expect((await account.get(`/v1/payment_links/${body.id}`)).body).toMatchObject({
      status: "paid",
      amount_paid: 900_00,
    });
    expect((await account.post(`/v1/payment_links/${body.id}/cancel`)).status).toBe(400);
    await arrived(4);
    expect(hooks().at(-1)).toMatchObject({ event: "payment_link.paid", valid: true });
    expect((await link({ reference_id: "L-1" })).body.error.description).toContain("already exists");
  });

  it("take no money once cancelled", async () => {
    const { body } = await link();
    expect((await account.post(`/v1/payment_links/${body.id}/cancel`)).body.status).toBe("cancelled");
    expect((await checkout(body.order_id)).status).toBe(400);
    expect((await link({ expire_by: Math.floor(Date.now() / 1000) + 60 })).body.error.field).toBe("expire_by");
  });
});

describe("webhooks that misbehave", () => {
  const pay = async () => account.post("/__control/pay", { order_id: (await order()).id });

  it("come again until they are taken", async () => {
    receiver.refuse(tenant, 2);
    await pay();
    await arrived(3);
    expect(events().sort()).toEqual(["order.paid", "payment.authorized", "payment.captured"]);
    const { body } = await account.get("/__control");
    expect(body.webhooks.undelivered).toBe(0);
  });

  it("come twice, with the same id", async () => {
    await account.control({ webhooks: { duplicate: true } });
    await pay();
    await arrived(6);
    expect(new Set(hooks().map((hook) => hook.id)).size).toBe(3);
  });

  it("come in the opposite order, late, or not at all", async () => {
    await account.control({ webhooks: { reorder: true } });
    await pay();
    await arrived(3);
    expect(events()).toEqual(["order.paid", "payment.captured", "payment.authorized"]);

    tenant = `tenant-${++tests}`;
    await account.control({ webhooks: { reorder: false, delayMs: 150 } });
    const before = performance.now();
    await pay();
    await arrived(3);
    expect(performance.now() - before).toBeGreaterThan(440);

    tenant = `tenant-${++tests}`;
    await account.control({ webhooks: { delayMs: 0, off: true } });
    await pay();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(hooks()).toHaveLength(0);
  });
});

describe("a killed process", () => {
  it("forgets neither orders, refund keys nor undelivered webhooks", async () => {
    const dir = mkdtempSync(join(tmpdir(), "mandap-razorpay-"));
    const options = { file: join(dir, "razorpay.json"), webhookUrl: receiver.url };
    const first = await startAccount(options);
    receiver.refuse(tenant, 3);
    const made = (await first.post("/v1/orders", { amount: 100_00, currency: "INR", notes: { tenant } })).body;
    const { payment } = (await first.post("/__control/pay", { order_id: made.id })).body;
    const key = { "X-Refund-Idempotency": "a-refund-key" };
    const refund = (await first.post(`/v1/payments/${payment.id}/refund`, {}, key)).body;
    await first.close();

    const second = await startAccount(options);
    expect((await second.get(`/v1/orders/${made.id}`)).body.status).toBe("paid");
    expect((await second.post(`/v1/payments/${payment.id}/refund`, {}, key)).body.id).toBe(refund.id);
    const captured = () => events().filter((event) => event === "payment.captured");
    await vi.waitFor(() => expect(captured()).toHaveLength(1), { timeout: 5_000 });
    await second.close();
    rmSync(dir, { recursive: true });
  });
});
