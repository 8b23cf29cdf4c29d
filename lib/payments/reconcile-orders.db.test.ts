import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { asPlatform } from "@/db/client";
import { atCheckout, booksOf } from "@/db/testing/checkout";
import { type Gateway, startGateway } from "@/db/testing/gateway";
import { reconcileOrders } from "./reconcile-orders";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
afterEach(() => gateway.reset());

test("the reconciler finds a payment whose webhook never came, and gives up on orders of a week ago", async () => {
  const { ctx, bookingId, order } = await atCheckout();
  const old = await atCheckout();
  await gateway.webhooksOff();
  await gateway.pay(order.orderId, { outcome: "authorized" });
  const age = (orderId: string, by: string) =>
    asPlatform((tx) =>
      tx.execute(sql`update payment_orders set created_at = created_at - ${by}::interval, updated_at = updated_at - ${by}::interval
        where provider_order_id = ${orderId}`),
    );
  await age(order.orderId, "10 minutes");
  await age(old.order.orderId, "7 days");
  await reconcileOrders();
  expect(await booksOf(ctx, bookingId)).toMatchObject({ status: "confirmed", payments: 1 });
  const [row] = await asPlatform((tx) =>
    tx.execute<{ status: string }>(
      sql`select status from payment_orders where provider_order_id = ${old.order.orderId}`,
    ),
  );
  expect(row?.status).toBe("abandoned");
});
