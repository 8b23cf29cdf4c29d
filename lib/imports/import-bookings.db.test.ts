import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { messages } from "@/db/schema/messages";
import { payments } from "@/db/schema/payments";
import { refunds } from "@/db/schema/refunds";
import { ZONE } from "@/db/testing/calendar";
import {
  bookingsOf,
  carryOut,
  file,
  holdFirst,
  importScene,
  line,
  linesOf,
  run,
  short,
  TODAY,
  upload,
} from "@/db/testing/diary-import";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { receivePayment } from "@/lib/payments/receive-payment";
import { loadImport } from "./load-import";
import { resumeImport, startImport, undoImport } from "./run-import";
import { uploadImport } from "./upload-import";

test("a diary becomes bookings: what is over as completed, the rest confirmed, paid on its day, and nobody is written to", async () => {
  const { tenant, venue, ctx } = await importScene();
  const importId = await upload(
    ctx,
    venue,
    file(line(-40, "A", "Old"), line(40, "WHOLE", "Patil"), line(41, "B", "Kale", [])),
  );
  expect(await short(ctx, importId)).toEqual(["2 ready", "3 ready", "4 ready"]);
  expect(await bookingsOf(tenant, importId)).toEqual([]);

  await run(ctx, importId);
  const [old, whole, plain] = await bookingsOf(tenant, importId);
  expect(old).toMatchObject({ status: "completed", totalPaise: 12_500_000, source: "import", eventTitle: "Old" });
  expect(whole).toMatchObject({ status: "confirmed", totalPaise: 12_500_000 });
  // By the hall's own prices: half of ₹30,000, before what a weekend adds.
  expect(plain?.totalPaise).toBeGreaterThanOrEqual(1_500_000);
  const { paid, told } = await inTenant(tenant.id, async (tx) => ({
    paid: await tx.select().from(payments).where(eq(payments.tenantId, tenant.id)),
    told: await tx.select().from(messages).where(eq(messages.tenantId, tenant.id)),
  }));
  expect(
    paid.map(({ amountPaise, method, reference, receivedAt }) => [
      amountPaise,
      method,
      reference,
      todayIn(receivedAt, ZONE),
    ]),
  ).toEqual(Array.from({ length: 2 }, () => [5_000_000, "cash", "imported", addDays(TODAY, -30)]));
  expect(told).toEqual([]);
  expect(await loadImport(ctx, importId)).toMatchObject({
    status: "done",
    rowsDone: 3,
    rowsTotal: 3,
    counts: { imported: 3 },
  });
});

test("what somebody books between the preview and the import is left out and says by whom", async () => {
  const { tenant, venue, ctx } = await importScene();
  const importId = await upload(ctx, venue, file(line(60, "A", "Patil"), line(61, "A", "Kale")));
  await startImport(ctx, { importId });
  const held = await holdFirst(tenant, venue, 60);
  await carryOut(ctx, importId);
  const [taken, booked] = await linesOf(ctx, importId);
  expect(taken).toMatchObject({ status: "conflict", problems: [{ code: "taken", values: { number: held.number } }] });
  expect(booked?.status).toBe("imported");
});

test("a worker that was killed is followed by one that goes on, and two at once book nothing twice", async () => {
  const { tenant, venue, ctx } = await importScene();
  const importId = await upload(
    ctx,
    venue,
    file(...Array.from({ length: 35 }, (_, day) => line(70 + day, "B", `Family ${day}`))),
  );
  await startImport(ctx, { importId });
  await Promise.all([carryOut(ctx, importId), carryOut(ctx, importId)]);
  await carryOut(ctx, importId);
  expect(await bookingsOf(tenant, importId)).toHaveLength(35);
  expect(await loadImport(ctx, importId)).toMatchObject({ status: "done", rowsDone: 35 });
  await expect(resumeImport(ctx, { importId })).rejects.toMatchObject({ code: "WRONG_STATUS" });
});

test("the same file again is the import that it is, until that is undone", async () => {
  const { venue, ctx } = await importScene();
  const bytes = file(line(40, "A", "Patil"));
  const [one, two] = await Promise.all(
    [1, 2].map(() => uploadImport(ctx, { venueId: venue.id, fileName: "diary.csv", bytes })),
  );
  expect(two?.importId).toBe(one?.importId);
  const importId = one?.importId ?? "";
  await run(ctx, importId);
  expect(await uploadImport(ctx, { venueId: venue.id, fileName: "again.csv", bytes })).toEqual({
    importId,
    isKnown: true,
  });
  await expect(startImport(ctx, { importId })).rejects.toMatchObject({ code: "WRONG_STATUS" });
  await undoImport(ctx, { importId });
  await carryOut(ctx, importId);
  expect(await uploadImport(ctx, { venueId: venue.id, fileName: "again.csv", bytes })).toMatchObject({
    isKnown: false,
  });
});

test("undoing cancels what it brought, takes its money rows back, and leaves what people changed or took money for", async () => {
  const { tenant, venue, ctx } = await importScene();
  const importId = await upload(
    ctx,
    venue,
    file(line(-40, "A", "Old"), line(40, "A", "Plain"), line(41, "A", "Paid"), line(42, "A", "Cancelled")),
  );
  await run(ctx, importId);
  const [, , paid, cancelled] = await bookingsOf(tenant, importId);
  await receivePayment(ctx, { bookingId: paid?.id ?? "", method: "cash", amountPaise: 100_000 });
  await cancelBooking(ctx, { bookingId: cancelled?.id ?? "" });

  await undoImport(ctx, { importId });
  await carryOut(ctx, importId);
  expect((await bookingsOf(tenant, importId)).map(({ status }) => status)).toEqual([
    ...["cancelled", "cancelled", "confirmed", "cancelled"],
  ]);
  expect(await short(ctx, importId)).toEqual([
    "2 undone",
    "3 undone",
    "4 imported paidSince",
    "5 imported changedSince",
  ]);
  const back = await inTenant(tenant.id, (tx) => tx.select().from(refunds).where(eq(refunds.tenantId, tenant.id)));
  expect(back.map(({ kind, amountPaise, reference }) => [kind, amountPaise, reference])).toEqual(
    Array.from({ length: 2 }, () => ["reversal", 5_000_000, "imported"]),
  );
  // Their time is free again.
  expect(await holdFirst(tenant, venue, 40)).toMatchObject({ status: "temp_hold" });
});
