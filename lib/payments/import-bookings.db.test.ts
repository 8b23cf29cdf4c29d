import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { importRows } from "@/db/schema/imports";
import { messages } from "@/db/schema/messages";
import { payments } from "@/db/schema/payments";
import { refunds } from "@/db/schema/refunds";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, makeUser, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import {
  discardImport,
  fixImportRow,
  leaveOutRow,
  mapImport,
  recheckImport,
  teachImport,
} from "@/lib/bookings/change-import";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { listImportLines, listImports, listLeftOut, loadImport, loadProgress } from "@/lib/bookings/load-import";
import { resumeImport, startImport, undoImport } from "@/lib/bookings/run-import";
import { uploadImport } from "@/lib/bookings/upload-import";
import { csvOf } from "@/lib/core/csv";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import type { Ctx } from "@/lib/tenants/ctx";
import { carryOutImport } from "./carry-out-import";
import { receivePayment } from "./receive-payment";

const TODAY = todayIn(new Date(), "Asia/Kolkata");
const HEADINGS = ["Date", "Hall", "Session", "Name", "Phone", "Total", "Advance", "Advance date"];

const written = (days: number) => addDays(TODAY, days).split("-").toReversed().join("/");
/** Spaces of the test venue are A, B, C and WHOLE. */
const line = (days: number, space: string, name: string, more: string[] = ["1,25,000", "50,000", written(-30)]) => [
  ...[written(days), space, "Morning", name, "9876543210", ...more],
];
const file = (...lines: string[][]) => Buffer.from(csvOf([HEADINGS, ...lines]));

async function scene() {
  const { tenant, venue } = await makeHall();
  return { tenant, venue, ctx: await makeManager(tenant) };
}

async function upload(ctx: Ctx, venue: TestVenue, bytes: Buffer): Promise<string> {
  const { importId } = await uploadImport(ctx, { venueId: venue.id, fileName: "diary.csv", bytes });
  return importId;
}

const asJob = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "job", name: "import" } });
const carryOut = (ctx: Ctx, importId: string) => carryOutImport(asJob(ctx), { importId });

async function run(ctx: Ctx, importId: string) {
  await startImport(ctx, { importId });
  await carryOut(ctx, importId);
}

const linesOf = (ctx: Ctx, importId: string) => listImportLines(ctx, importId, "all", 1);
const short = async (ctx: Ctx, importId: string) =>
  (await linesOf(ctx, importId)).map(({ position, status, problems }) =>
    [position, status, ...problems.map(({ code }) => code)].join(" "),
  );

const bookingsOf = (tenant: TestTenant, importId: string) =>
  inTenant(tenant.id, (tx) =>
    tx
      .select()
      .from(bookings)
      .where(and(eq(bookings.tenantId, tenant.id), eq(bookings.importId, importId)))
      .orderBy(asc(bookings.startsAt)),
  );

async function holdFirst(tenant: TestTenant, venue: TestVenue, days: number) {
  const { result } = await holdBooking(await makeFamily(tenant), {
    venueId: venue.id,
    functions: [
      { spaceId: venue.space.a, slotId: venue.slot.morning, date: addDays(TODAY, days), name: "wedding" as const },
    ],
    ...{ guests: 10, addOns: [], eventType: "wedding", eventTitle: "Kale", termsAccepted: true, locale: "en" },
  });
  return result;
}

test("a diary becomes bookings: what is over as completed, the rest confirmed, paid on its day, and nobody is written to", async () => {
  const { tenant, venue, ctx } = await scene();
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
      todayIn(receivedAt, "Asia/Kolkata"),
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

test("every conflict has a name: booked already, wanted twice by the file, unreadable", async () => {
  const { tenant, venue, ctx } = await scene();
  const held = await holdFirst(tenant, venue, 50);
  const importId = await upload(
    ctx,
    venue,
    file(
      line(50, "WHOLE", "Late"),
      line(51, "A", "First"),
      line(51, "WHOLE", "Second"),
      line(52, "Terrace", "Third"),
      line(53, "B", ""),
    ),
  );
  const lines = await linesOf(ctx, importId);
  expect(lines.map(({ problems }) => problems)).toEqual([
    [{ code: "taken", values: { number: held.number, title: "Kale" } }],
    [],
    [{ code: "sameAsRow", values: { line: "3" } }],
    [{ code: "spaceUnknown", values: { text: "Terrace" } }],
    [{ code: "nameMissing" }],
  ]);

  // Put right, one by one: the earlier line left out, a word taught, a cell typed over.
  const [, first, , , fifth] = lines;
  await leaveOutRow(ctx, { importId, rowId: first?.id ?? "", isLeftOut: true });
  await teachImport(ctx, { importId, space: { Terrace: venue.space.c }, session: {} });
  await fixImportRow(ctx, { importId, rowId: fifth?.id ?? "", typed: { name: "Fifth" } });
  expect(await short(ctx, importId)).toEqual(["2 conflict taken", "3 skipped", "4 ready", "5 ready", "6 ready"]);
  await run(ctx, importId);
  const left = await listLeftOut(ctx, importId);
  expect(left.lines.map(({ position }) => position)).toEqual([2, 3]);
  expect((await bookingsOf(tenant, importId)).map(({ eventTitle }) => eventTitle)).toEqual([
    "Second",
    "Third",
    "Fifth",
  ]);
});

test("what somebody books between the preview and the import is left out and says by whom", async () => {
  const { tenant, venue, ctx } = await scene();
  const importId = await upload(ctx, venue, file(line(60, "A", "Patil"), line(61, "A", "Kale")));
  await startImport(ctx, { importId });
  const held = await holdFirst(tenant, venue, 60);
  await carryOut(ctx, importId);
  const [taken, booked] = await linesOf(ctx, importId);
  expect(taken).toMatchObject({ status: "conflict", problems: [{ code: "taken", values: { number: held.number } }] });
  expect(booked?.status).toBe("imported");
});

test("a worker that was killed is followed by one that goes on, and two at once book nothing twice", async () => {
  const { tenant, venue, ctx } = await scene();
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
  const { venue, ctx } = await scene();
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
  const { tenant, venue, ctx } = await scene();
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

test("columns are mapped again, a draft is thrown away, and a draft only", async () => {
  const { tenant, venue, ctx } = await scene();
  const importId = await upload(ctx, venue, file(line(40, "A", "Patil")));
  const view = await loadImport(ctx, importId);
  expect(view?.mapping.columns).toEqual({
    date: 0,
    space: 1,
    session: 2,
    name: 3,
    phone: 4,
    total: 5,
    paid: 6,
    paidOn: 7,
  });
  const { dateOrder, guests, paidOn, method } = view?.mapping ?? {
    dateOrder: "dmy",
    guests: 1,
    paidOn: TODAY,
    method: "cash",
  };
  await mapImport(ctx, { importId, columns: { date: 0, name: 3, phone: 4 }, dateOrder, guests, paidOn, method });
  expect(await short(ctx, importId)).toEqual(["2 invalid spaceMissing sessionMissing"]);
  await expect(startImport(ctx, { importId })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await discardImport(ctx, { importId });
  expect(await loadImport(ctx, importId)).toBeNull();
  const left = await inTenant(tenant.id, (tx) =>
    tx.select().from(importRows).where(eq(importRows.tenantId, tenant.id)),
  );
  expect(left).toEqual([]);
});

describe("every verb of an import is the leads', of this hall", () => {
  test.each(["staff", "customer", "another hall's manager"])("%s may not", async (who) => {
    const { tenant, venue, ctx } = await scene();
    const bytes = file(line(40, "A", "Patil"));
    const importId = await upload(ctx, venue, bytes);
    const { tenant: elsewhere } = await makeHall();
    const staff = await makeUser(tenant.id, "staff");
    const other: Record<string, Ctx> = {
      staff: { ...ctx, actor: { kind: "staff", userId: staff.id, role: "staff" } },
      customer: await makeFamily(tenant),
      "another hall's manager": await makeManager(elsewhere),
    };
    const as = other[who];
    if (!as) throw new Error(who);
    const [row] = await linesOf(ctx, importId);
    const rowId = row?.id ?? "";
    const mapping = { columns: {}, dateOrder: "dmy" as const, guests: 1, paidOn: TODAY, method: "cash" as const };
    const verbs: Record<string, () => Promise<unknown>> = {
      upload: () => uploadImport(as, { venueId: venue.id, fileName: "x.csv", bytes }),
      map: () => mapImport(as, { importId, ...mapping }),
      teach: () => teachImport(as, { importId, space: {}, session: {} }),
      fix: () => fixImportRow(as, { importId, rowId, typed: {} }),
      leave: () => leaveOutRow(as, { importId, rowId, isLeftOut: true }),
      recheck: () => recheckImport(as, { importId }),
      discard: () => discardImport(as, { importId }),
      start: () => startImport(as, { importId }),
      undo: () => undoImport(as, { importId }),
      resume: () => resumeImport(as, { importId }),
      leftOut: () => listLeftOut(as, importId),
      progress: () => loadProgress(as, importId),
    };
    for (const [verb, call] of Object.entries(verbs)) {
      await expect(call(), verb).rejects.toMatchObject({ code: who.startsWith("another") ? "NOT_FOUND" : "FORBIDDEN" });
    }
    if (who.startsWith("another")) {
      expect(await loadImport(as, importId)).toBeNull();
      expect(await listImports(as)).toEqual([]);
    } else {
      await expect(listImports(as)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(loadImport(as, importId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(carryOutImport(as, { importId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await short(ctx, importId)).toEqual(["2 ready"]);
  });
});
