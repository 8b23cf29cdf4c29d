import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { accountWithApp, startAccount } from "./testing";

const { account, receiver, tenant, nextTenant, hooks, events, arrived, order } = accountWithApp();

describe("refunds", () => {
  const paid = async () => (await account().post("/__control/pay", { order_id: (await order()).id })).body.payment.id;

  it("never exceed what was captured", async () => {
    const path = `/v1/payments/${await paid()}/refund`;
    expect((await account().post(path, { amount: 20_000_00 })).body).toMatchObject({
      status: "pending",
      amount: 20_000_00,
    });
    expect((await account().post(path, { amount: 5_000_01 })).body.error.description).toContain("greater than");
    expect((await account().post(path)).body.amount).toBe(5_000_00);
    expect((await account().post(path)).body.error.description).toContain("fully refunded");
  });

  it("happen once a key", async () => {
    const id = await paid();
    const [path, key] = [`/v1/payments/${id}/refund`, { "X-Refund-Idempotency": "cancel-PAR-2026-0001" }];
    await account().control({ dropAfterCommit: true, times: 1, path });
    await expect(account().post(path, { amount: 1_000_00 }, key)).rejects.toThrow();
    const again = await Promise.all([1, 2, 3].map(() => account().post(path, { amount: 1_000_00 }, key)));
    expect(new Set(again.map(({ body }) => body.id)).size).toBe(1);
    expect((await account().get(`/v1/payments/${id}/refunds`)).body.count).toBe(1);
    expect((await account().post(path, { amount: 2_000_00 }, key)).body.error.description).toContain(
      "Different request",
    );
    expect((await account().post(path, {}, { "X-Refund-Idempotency": "short" })).status).toBe(400);
  });

  it("are processed, or fail, a moment later", async () => {
    const id = await paid();
    await arrived(3);
    const { body } = await account().post(`/v1/payments/${id}/refund`, { amount: 100_00 });
    await arrived(5);
    expect(events().slice(3)).toEqual(["refund.created", "refund.processed"]);
    expect((await account().get(`/v1/refunds/${body.id}`)).body).toMatchObject({ status: "processed", payment_id: id });
    await account().control({ refunds: { outcome: "failed", afterMs: 0 } });
    await account().post(`/v1/payments/${id}/refund`);
    await arrived(7);
    expect(events().at(-1)).toBe("refund.failed");
    expect((await account().get(`/v1/payments/${id}`)).body).toMatchObject({
      amount_refunded: 100_00,
      refund_status: "partial",
    });
  });
});

describe("webhooks that misbehave", () => {
  const pay = async () => account().post("/__control/pay", { order_id: (await order()).id });

  it("come again until they are taken", async () => {
    receiver().refuse(tenant(), 2);
    await pay();
    await arrived(3);
    expect(events().sort()).toEqual(["order.paid", "payment.authorized", "payment.captured"]);
    const { body } = await account().get("/__control");
    expect(body.webhooks.undelivered).toBe(0);
  });

  it("come twice, with the same id", async () => {
    await account().control({ webhooks: { duplicate: true } });
    await pay();
    await arrived(6);
    expect(new Set(hooks().map((hook) => hook.id)).size).toBe(3);
  });

  it("come in the opposite order, late, or not at all", async () => {
    await account().control({ webhooks: { reorder: true } });
    await pay();
    await arrived(3);
    expect(events()).toEqual(["order.paid", "payment.captured", "payment.authorized"]);

    nextTenant();
    await account().control({ webhooks: { reorder: false, delayMs: 150 } });
    const before = performance.now();
    await pay();
    await arrived(3);
    expect(performance.now() - before).toBeGreaterThan(440);

    nextTenant();
    await account().control({ webhooks: { delayMs: 0, off: true } });
    await pay();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(hooks()).toHaveLength(0);
  });
});

describe("a killed process", () => {
  it("forgets neither orders, refund keys nor undelivered webhooks", async () => {
    const dir = mkdtempSync(join(tmpdir(), "mandap-razorpay-"));
    const options = { file: join(dir, "razorpay.json"), webhookUrl: receiver().url };
    const first = await startAccount(options);
    receiver().refuse(tenant(), 3);
    const made = (await first.post("/v1/orders", { amount: 100_00, currency: "INR", notes: { tenant: tenant() } }))
      .body;
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
