import Razorpay from "razorpay";
import { describe, expect, it } from "vitest";
import { accountWithApp, keys, signatureOf } from "./testing";

const { account, tenant, hooks, events, arrived, order, checkout } = accountWithApp();

describe("orders", () => {
  it("are made and found again, by id and by receipt", async () => {
    const made = await order({ receipt: "PAR-find" });
    expect(made).toMatchObject({ entity: "order", status: "created", amount_due: 25_000_00, attempts: 0 });
    expect((await account().get(`/v1/orders/${made.id}`)).body).toEqual(made);
    expect((await account().get("/v1/orders?receipt=PAR-find")).body).toMatchObject({ count: 1, items: [made] });
    expect((await account().get("/v1/orders?receipt=other")).body.count).toBe(0);
    expect((await account().get(`/v1/orders/${made.id}/payments`)).body.items).toEqual([]);
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
    const answer = await fetch(`${account().url}/v1/orders`);
    expect(answer.status).toBe(401);
    expect((await account().get("/v1/orders/order_unknown")).body.error.description).toContain("does not exist");
  });
});

describe("the real SDK", () => {
  it("makes an order, finds it, and refunds its payment", async () => {
    const sdk = new Razorpay({ key_id: keys.keyId, key_secret: keys.keySecret });
    Object.assign(Reflect.get(Reflect.get(Reflect.get(sdk, "api"), "rq"), "defaults"), { baseURL: account().url });
    const made = await sdk.orders.create({ amount: 500_00, currency: "INR", receipt: "SDK-1", notes: { tenant: "t" } });
    await account().post("/__control/pay", { order_id: made.id });
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
    const payment = (await account().get(`/v1/payments/${body.razorpay_payment_id}`)).body;
    expect(payment).toMatchObject({
      status: "captured",
      captured: true,
      method: "upi",
      amount: 25_000_00,
      order_id: id,
    });
    expect((await account().get(`/v1/orders/${id}`)).body).toMatchObject({
      status: "paid",
      amount_due: 0,
      attempts: 1,
    });
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
    expect((await account().get(`/v1/orders/${id}`)).body).toMatchObject({ status: "attempted", attempts: 2 });
    expect((await checkout(id, { method: "card", card: { number: "5104 0600 0000 0008" } })).status).toBe(200);
    expect((await checkout(id, { method: "card", card: { number: "4111 1111 1111 1111" } })).status).toBe(400);
    expect((await account().get(`/v1/orders/${id}/payments`)).body.count).toBe(3);
  });

  it("serves its script and its frame, to local pages alone", async () => {
    const { id } = await order();
    const script = await (await fetch(`${account().url}/v1/checkout.js`)).text();
    expect(script).toContain(`const BASE = "${account().url}"`);
    const query = new URLSearchParams({
      key: keys.keyId,
      order_id: id,
      name: "</script>",
      origin: "http://localhost:3000",
    });
    const frame = await fetch(`${account().url}/v1/checkout/embedded?${query}`);
    expect(frame.headers.get("content-security-policy")).toContain("frame-ancestors http://localhost:*");
    const text = await frame.text();
    expect(text).toContain('"origin":"http://localhost:3000"');
    expect(text.match(/<\/script>/g)).toHaveLength(2);
    query.set("origin", "https://evil.example");
    expect(await (await fetch(`${account().url}/v1/checkout/embedded?${query}`)).text()).toContain('"origin":"null"');
  });
});

describe("payments without a browser", () => {
  it("come late, twice, or with another amount", async () => {
    const { id } = await order();
    const late = (await account().post("/__control/pay", { order_id: id, late: true })).body;
    expect(late.payment).toMatchObject({ status: "captured", error_code: null });
    await arrived(4);
    expect(events()).toEqual(["payment.failed", "payment.authorized", "payment.captured", "order.paid"]);
    const second = (await account().post("/__control/pay", { order_id: id, amount: 100 })).body;
    expect(second.payment.amount).toBe(100);
    expect(second.razorpay_signature).toBe(signatureOf(id, second.payment.id));
  });

  it("wait for capture when only authorised", async () => {
    const { id } = await order();
    const { payment } = (await account().post("/__control/pay", { order_id: id, outcome: "authorized" })).body;
    expect(payment).toMatchObject({ status: "authorized", captured: false });
    const path = `/v1/payments/${payment.id}/capture`;
    expect((await account().post(path, { amount: 1, currency: "INR" })).status).toBe(400);
    expect((await account().post(path, { amount: 25_000_00, currency: "INR" })).body.status).toBe("captured");
    expect((await account().post(path, { amount: 25_000_00, currency: "INR" })).body.error.description).toContain(
      "already",
    );
  });
});

describe("payment links", () => {
  const link = (extra: object = {}) =>
    account().post("/v1/payment_links", { amount: 900_00, currency: "INR", notes: { tenant: tenant() }, ...extra });

  it("are paid, and then cannot be cancelled", async () => {
    const { body } = await link({ reference_id: "L-1", customer: { contact: "+919876543210" } });
    expect((await fetch(body.short_url)).status).toBe(200);
    await account().post("/__control/pay", { payment_link_id: body.id });
    expect((await account().get(`/v1/payment_links/${body.id}`)).body).toMatchObject({
      status: "paid",
      amount_paid: 900_00,
    });
    expect((await account().post(`/v1/payment_links/${body.id}/cancel`)).status).toBe(400);
    await arrived(4);
    expect(hooks().at(-1)).toMatchObject({ event: "payment_link.paid", valid: true });
    expect((await link({ reference_id: "L-1" })).body.error.description).toContain("already exists");
  });

  it("take no money once cancelled", async () => {
    const { body } = await link();
    expect((await account().post(`/v1/payment_links/${body.id}/cancel`)).body.status).toBe("cancelled");
    expect((await checkout(body.order_id)).status).toBe(400);
    expect((await link({ expire_by: Math.floor(Date.now() / 1000) + 60 })).body.error.field).toBe("expire_by");
  });
});
