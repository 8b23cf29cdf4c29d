import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { asPlatform, inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { payments } from "@/db/schema/payments";
import { booksOf, hold } from "@/db/testing/checkout";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall } from "@/db/testing/make-tenant";
import { percentOf } from "@/lib/core/money";
import type { Ctx } from "@/lib/tenants/ctx";
import { approveBooking } from "./approve-booking";
import { cancelBooking } from "./cancel-booking";
import { lockVenue } from "./locks";
import { previewCancellation } from "./preview-cancellation";
import { priceMove } from "./price-move";
import { type BookingView, loadBooking } from "./queries";
import { rescheduleBooking } from "./reschedule-booking";

const PAID = 500_000;

/** A family whose booking is confirmed, and who paid something at the hall. */
async function confirmed() {
  const hall = await makeHall();
  const ctx = await makeFamily(hall.tenant);
  const manager = await makeManager(hall.tenant);
  const bookingId = await hold(ctx, hall.venue);
  await approveBooking(manager, { bookingId });
  await inTenant(hall.tenant.id, (tx) =>
    tx.insert(payments).values({
      ...{ tenantId: hall.tenant.id, id: newId(), bookingId, receiptNumber: `R-${bookingId}`, method: "cash" },
      ...{ amountPaise: PAID, currency: "INR", receivedAt: new Date() },
    }),
  );
  return { ...hall, ctx, manager, bookingId };
}

/** What the clock says while the first function is under way. */
async function during(ctx: Ctx, bookingId: string): Promise<Ctx> {
  const [row] = await asPlatform((tx) =>
    tx.execute<{ at: string }>(sql`
      select starts_at + interval '1 minute' as at from bookings where tenant_id = ${ctx.tenant.id} and id = ${bookingId}`),
  );
  return { ...ctx, now: new Date(row?.at ?? "") };
}

test("what is shown before cancelling is what cancelling promises back, and another amount is refused", async () => {
  const { ctx, bookingId } = await confirmed();
  const shown = await previewCancellation(ctx, { bookingId });
  expect(shown.paidPaise).toBe(PAID);
  await expect(cancelBooking(ctx, { bookingId, shownRefundPaise: shown.refundPaise + 1 })).rejects.toThrow(
    "PRICE_CHANGED",
  );
  const done = await cancelBooking(ctx, { bookingId, shownRefundPaise: shown.refundPaise });
  expect(done).toMatchObject({ status: "cancelled", refundPaise: shown.refundPaise });
  const { requests } = await booksOf(ctx, bookingId);
  expect(requests.reduce((sum, request) => sum + request.amount, 0)).toBe(shown.refundPaise);
});

test("looking at what cancelling would do waits for nobody", async () => {
  const { ctx, venue, bookingId } = await confirmed();
  await inTenant(ctx.tenant.id, async (tx) => {
    await lockVenue(tx, venue.id);
    await previewCancellation(ctx, { bookingId });
  });
});

test("another family can neither look nor cancel nor move", async () => {
  const { tenant, venue, bookingId } = await confirmed();
  const stranger = await makeFamily(tenant);
  const functions = [
    { spaceId: venue.space.a, slotId: venue.slot.evening, date: "2030-01-01", name: "wedding" as const },
  ];
  await expect(previewCancellation(stranger, { bookingId })).rejects.toThrow("NOT_FOUND");
  await expect(cancelBooking(stranger, { bookingId })).rejects.toThrow("NOT_FOUND");
  await expect(rescheduleBooking(stranger, { bookingId, functions })).rejects.toThrow("NOT_FOUND");
});

test("once the event has begun a family cannot cancel or move it, the hall still can", async () => {
  const { ctx, manager, venue, bookingId } = await confirmed();
  await asPlatform((tx) =>
    tx.execute(sql`update bookings set terms = jsonb_set(terms, '{cancellation}',
        '{"tiers": [], "freeDateChanges": 5, "dateChangeDaysBefore": 0}')
      where tenant_id = ${ctx.tenant.id} and id = ${bookingId}`),
  );
  const late = await during(ctx, bookingId);
  const date = new Date(late.now.getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
  const functions = [{ spaceId: venue.space.a, slotId: venue.slot.evening, date, name: "wedding" as const }];
  await expect(previewCancellation(late, { bookingId })).rejects.toThrow("WRONG_STATUS");
  await expect(cancelBooking(late, { bookingId })).rejects.toThrow("WRONG_STATUS");
  await expect(rescheduleBooking(late, { bookingId, functions })).rejects.toThrow("DATE_CHANGE_NOT_ALLOWED");
  expect(await cancelBooking({ ...manager, now: late.now }, { bookingId })).toMatchObject({ status: "cancelled" });
});

test("moving twice to the same date, as a second press does, is one move", async () => {
  const { ctx, tenant, venue, bookingId } = await confirmed();
  const date = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const functions = [{ spaceId: venue.space.a, slotId: venue.slot.evening, date, name: "wedding" as const }];
  await Promise.all([
    rescheduleBooking(ctx, { bookingId, functions }),
    rescheduleBooking(ctx, { bookingId, functions }),
  ]);
  const [row] = await asPlatform((tx) =>
    tx.execute<{ changes: number }>(
      sql`select date_changes as changes from bookings where tenant_id = ${tenant.id} and id = ${bookingId}`,
    ),
  );
  expect(row?.changes).toBe(1);
  expect((await booksOf(ctx, bookingId)).notices.filter((what) => what === "date_changed")).toHaveLength(1);
});

test("a move keeps the extras as they were agreed and the advance as it was accepted, whatever the hall changed since", async () => {
  const { tenant, venue } = await makeHall();
  const ctx = await makeFamily(tenant);
  const { thali, stage } = venue.addOn;
  const bookingId = await hold(ctx, venue, "evening", [
    { addOnId: stage, quantity: 1 },
    { addOnId: thali, quantity: 80 },
  ]);
  const before = await loadBooking(ctx, bookingId);
  await approveBooking(await makeManager(tenant), { bookingId });
  await asPlatform(async (tx) => {
    await tx.execute(sql`update add_ons set archived_at = now() where tenant_id = ${tenant.id} and id = ${stage}`);
    await tx.execute(sql`update add_ons set unit_price_paise = 99900 where tenant_id = ${tenant.id} and id = ${thali}`);
    await tx.execute(sql`update venues set payment_terms = jsonb_set(payment_terms, '{advance}', '{"kind": "percent", "percent": 90}')
      where tenant_id = ${tenant.id} and id = ${venue.id}`);
  });
  const date = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const functions = [{ spaceId: venue.space.a, slotId: venue.slot.evening, date, name: "wedding" as const }];
  const { quote } = await priceMove(ctx, { bookingId, functions });
  await rescheduleBooking(ctx, { bookingId, functions, shownTotalPaise: quote.totalPaise });

  const after = await loadBooking(ctx, bookingId);
  const extras = ({ lines }: BookingView) =>
    lines.flatMap((line) => (line.kind === "add_on" ? [[line.refId, line.quantity, line.amountPaise]] : []));
  expect(extras(after)).toEqual(extras(before));
  expect(after.booking.totalPaise).toBe(quote.totalPaise);
  expect(after.booking.advancePaise).toBe(percentOf(quote.totalPaise, 25));
});

test("another family cannot ask what a move would cost", async () => {
  const { tenant, venue, bookingId } = await confirmed();
  const functions = [
    { spaceId: venue.space.a, slotId: venue.slot.evening, date: "2030-01-01", name: "wedding" as const },
  ];
  await expect(priceMove(await makeFamily(tenant), { bookingId, functions })).rejects.toThrow("NOT_FOUND");
});
