import { expect, test } from "vitest";
import { hold } from "@/db/testing/checkout";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import type { Ctx } from "@/lib/tenants/ctx";
import { listMyBookings, loadBooking } from "./queries";

test("a booking is its family's and its hall's: to anyone else it does not exist", async () => {
  const { tenant, venue } = await makeHall();
  const ctx = await makeFamily(tenant);
  const bookingId = await hold(ctx, venue);
  const read = (who: Ctx, id = bookingId) => loadBooking(who, id).then(({ booking }) => booking.id);

  expect(await read(ctx)).toBe(bookingId);
  expect(await read(await makeManager(tenant))).toBe(bookingId);
  await expect(read(await makeFamily(tenant))).rejects.toThrow("NOT_FOUND");
  await expect(read(await makeManager((await makeHall()).tenant))).rejects.toThrow("NOT_FOUND");
  await expect(read(ctx, "' or 1=1")).rejects.toThrow("NOT_FOUND");

  const key = (...scopes: string[]): Ctx => ({ ...ctx, actor: { kind: "apiKey", keyId: "k", scopes } });
  await expect(read(key("booking.hold"))).rejects.toThrow("FORBIDDEN");
  expect(await read(key("booking.read"))).toBe(bookingId);
});

test("a family lists its own bookings and nobody else's", async () => {
  const { tenant, venue } = await makeHall();
  const [ctx, other] = [await makeFamily(tenant), await makeFamily(tenant)];
  const bookingId = await hold(ctx, venue);
  expect((await listMyBookings(ctx)).map(({ id }) => id)).toEqual([bookingId]);
  expect(await listMyBookings(other)).toEqual([]);
});
