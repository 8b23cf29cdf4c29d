import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { pgCode } from "@/db/pg-error";
import { importRows } from "@/db/schema/imports";
import { lockVenue } from "@/lib/bookings/locks";
import { claimsOfReading } from "@/lib/core/import-conflicts";
import { overlaps } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import type { ImportProblem, ImportReading } from "@/lib/core/read-import-row";
import { AppError, type ErrorCode, isAppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import { log } from "@/lib/log";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { VenueBook } from "@/lib/venues/types";
import { bookImportRow } from "./book-import-row";
import { importPayment } from "./import-payment";
import { bookOfImport, type ImportRecord, lockImport, saveImport, toReading } from "./stored-import";
import { listTakenClaims } from "./taken-claims";
import { undoImportRow } from "./undo-import-row";

/** Lines in one transaction: as long as a family waits for the venue's lock, a few tenths of a second. */
const BATCH = 10;
/** Then another job goes on: nobody who works is taken for dead (db/queues.ts). */
const WORK_MS = 30_000;

type Row = typeof importRows.$inferSelect;

/**
 * Books, or takes back, an import's lines, some in a transaction, on from where it is: what is written is done, what a killed
 * worker had not written is done by the next. Two at one import take turns by its row.
 */
export async function carryOutImport(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  assertMay(ctx.actor, "import.carry-out");
  const until = Date.now() + WORK_MS;
  while (await workBatch(ctx, importId, Date.now() > until));
}

/** True where there is more to do in this job. */
function workBatch(ctx: Ctx, importId: string, isLast: boolean): Promise<boolean> {
  return inTenant(ctx.tenant.id, async (tx) => {
    const record = await lockImport(tx, ctx, importId);
    if (record.status !== "running" && record.status !== "undoing") return false;
    const by: Ctx = { ...ctx, actor: starterOf(record) };
    const isUndo = record.status === "undoing";
    const rows = await nextRows(tx, record, isUndo);
    if (rows.length === 0) {
      await finish(tx, by, record);
      return false;
    }
    await lockVenue(tx, record.venueId);
    const book = await bookOfImport(tx, ctx, record);
    for (const row of rows) await (isUndo ? undoRow(tx, by, book, row) : importRow(tx, by, book, row));
    await saveImport(tx, record, { rowsDone: record.rowsDone + rows.length });
    if (isLast) await enqueue(tx, "import", { tenantId: record.tenantId, importId });
    return !isLast;
  });
}

/** What an import does is done by who started it. */
function starterOf({ mapping }: ImportRecord): Ctx["actor"] {
  if (!mapping.startedBy) throw new AppError("INTERNAL", { import: "nobody started it" });
  return { kind: "staff", ...mapping.startedBy };
}

function nextRows(tx: Tx, { tenantId, id }: ImportRecord, isUndo: boolean): Promise<Row[]> {
  return tx
    .select()
    .from(importRows)
    .where(
      and(
        ...[eq(importRows.tenantId, tenantId), eq(importRows.importId, id)],
        eq(importRows.status, isUndo ? "imported" : "ready"),
        // What was looked at and left as it is says why.
        ...(isUndo ? [sql`${importRows.problems} = '[]'::jsonb`] : []),
      ),
    )
    .orderBy(asc(importRows.position))
    .limit(BATCH);
}

async function importRow(tx: Tx, ctx: Ctx, book: VenueBook, row: Row): Promise<void> {
  const reading = toReading(row.reading);
  if (!reading) return saveRow(tx, row, { status: "invalid", problems: [{ code: "failed" }] });
  try {
    const bookingId = await tx.transaction(async (step) => {
      const booking = await bookImportRow(step, ctx, book, row.importId, reading);
      if (reading.paidPaise > 0) await importPayment(step, ctx, book, booking, reading);
      return booking.id;
    });
    await saveRow(tx, row, { status: "imported", bookingId });
  } catch (error) {
    const problem = await problemOf(tx, ctx, book, reading, error);
    const isTaken = problem.code === "taken" || problem.code === "closed";
    await saveRow(tx, row, { status: isTaken ? "conflict" : "invalid", problems: [problem] });
  }
}

const SAID: Partial<Record<ErrorCode, ImportProblem["code"]>> = {
  SLOT_NOT_OFFERED: "sessionNotOffered",
  PRICE_MISSING: "priceMissing",
  ABOVE_DUE: "paidAboveTotal",
  PHONE_INVALID: "phoneUnclear",
};

/** Why a line was not booked. What is no fault of the line (a lost connection, a deadlock) is thrown on, and tried again. */
async function problemOf(
  tx: Tx,
  ctx: Ctx,
  book: VenueBook,
  reading: ImportReading,
  error: unknown,
): Promise<ImportProblem> {
  if (isAppError(error, "SLOT_TAKEN"))
    return (await whoHasIt(tx, ctx, book, reading)) ?? { code: "taken", values: { number: "", title: "" } };
  if (isAppError(error, "BUSY")) throw error;
  const isFaultOfLine = isAppError(error) || /^2[23]/.test(pgCode(error) ?? "");
  if (!isFaultOfLine) throw error;
  const said = isAppError(error) ? SAID[error.code] : undefined;
  if (!said) log.error({ requestId: ctx.requestId, err: error }, "a line could not be imported");
  return { code: said ?? "failed" };
}

async function whoHasIt(
  tx: Tx,
  ctx: Ctx,
  { venue }: VenueBook,
  reading: ImportReading,
): Promise<ImportProblem | undefined> {
  const claims = claimsOfReading(reading, venue);
  for (const { partId, period } of claims) {
    const taken = await listTakenClaims(tx, ctx.tenant.id, [partId], period);
    const hit = taken.find((other) => overlaps(other.period, period));
    if (hit) return hit.problem;
  }
  return undefined;
}

async function undoRow(tx: Tx, ctx: Ctx, { venue }: VenueBook, row: Row): Promise<void> {
  const { bookingId } = row;
  const problem = bookingId ? await undoImportRow(tx, ctx, bookingId, venue.settings.timeZone) : null;
  await saveRow(tx, row, problem ? { problems: [problem] } : { status: "undone" });
}

async function saveRow(tx: Tx, { tenantId, id }: Row, set: Partial<typeof importRows.$inferInsert>): Promise<void> {
  await tx
    .update(importRows)
    .set(set)
    .where(and(eq(importRows.tenantId, tenantId), eq(importRows.id, id)));
}

async function finish(tx: Tx, ctx: Ctx, record: ImportRecord): Promise<void> {
  const isUndo = record.status === "undoing";
  const counted = await tx
    .select({ status: importRows.status, rows: sql<number>`count(*)::int` })
    .from(importRows)
    .where(and(eq(importRows.tenantId, record.tenantId), eq(importRows.importId, record.id)))
    .groupBy(importRows.status);
  await saveImport(
    tx,
    record,
    isUndo
      ? { status: "undone", undoneAt: sql`clock_timestamp()` }
      : { status: "done", finishedAt: sql`clock_timestamp()` },
  );
  await recordChange(tx, ctx, {
    type: isUndo ? "import.undone" : "import.done",
    ...{ subjectId: record.id, subject: record.fileName },
    after: Object.fromEntries(counted.map(({ status, rows }) => [status, rows])),
  });
}
