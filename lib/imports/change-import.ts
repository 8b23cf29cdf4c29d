import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import { wordKey } from "@/lib/core/import-words";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import { checkImport } from "./check-import";
import type { FixImportRowInput, ImportRef, LeaveOutRowInput, MapImportInput, TeachImportInput } from "./input";
import { type ImportRecord, lockDraft, saveImport } from "./stored-import";

type Checked = { importId: string };

/** Changes a draft and looks at all its lines again: one line's change may free another's time. */
async function change(
  ctx: Ctx,
  { importId }: ImportRef,
  work: (tx: Tx, record: ImportRecord) => Promise<ImportRecord>,
): Promise<Checked> {
  assertMay(ctx.actor, "import.run");
  return inTenant(ctx.tenant.id, async (tx) => {
    await checkImport(tx, ctx, await work(tx, await lockDraft(tx, ctx, importId)));
    return { importId };
  });
}

/** Says which column is what. @throws AppError NOT_FOUND, WRONG_STATUS (it is under way, or over) */
export function mapImport(ctx: Ctx, { importId, ...chosen }: MapImportInput): Promise<Checked> {
  return change(ctx, { importId }, async (tx, record) => {
    const mapping = { ...record.mapping, ...chosen };
    await saveImport(tx, record, { mapping });
    return { ...record, mapping };
  });
}

/** Says what words of the file mean, for all its lines. @throws AppError NOT_FOUND, WRONG_STATUS */
export function teachImport(ctx: Ctx, { importId, space, session }: TeachImportInput): Promise<Checked> {
  const keyed = (words: Record<string, string>) =>
    Object.fromEntries(Object.entries(words).map(([word, id]) => [wordKey(word), id]));
  return change(ctx, { importId }, async (tx, record) => {
    const { words } = record.mapping;
    const mapping = {
      ...record.mapping,
      words: { space: { ...words.space, ...keyed(space) }, session: { ...words.session, ...keyed(session) } },
    };
    await saveImport(tx, record, { mapping });
    return { ...record, mapping };
  });
}

/** Types over some cells of a line; the file's own stay beside. @throws AppError NOT_FOUND, WRONG_STATUS */
export function fixImportRow(ctx: Ctx, { importId, rowId, typed }: FixImportRowInput): Promise<Checked> {
  return change(ctx, { importId }, async (tx, record) => {
    const row = await findRow(tx, record, rowId);
    const over = Object.fromEntries(Object.entries(typed).map(([field, text]) => [`=${field}`, text]));
    await setRow(tx, record, rowId, { cells: { ...row.cells, ...over } });
    return record;
  });
}

/** Leaves a line out, or takes it in again. @throws AppError NOT_FOUND, WRONG_STATUS */
export function leaveOutRow(ctx: Ctx, { importId, rowId, isLeftOut }: LeaveOutRowInput): Promise<Checked> {
  return change(ctx, { importId }, async (tx, record) => {
    await findRow(tx, record, rowId);
    await setRow(tx, record, rowId, { status: isLeftOut ? "skipped" : "ready" });
    return record;
  });
}

/** Looks at a draft anew: since its upload others may have booked. */
export function recheckImport(ctx: Ctx, ref: ImportRef): Promise<Checked> {
  return change(ctx, ref, async (_, record) => record);
}

/** Throws a draft away: nothing of it was booked. @throws AppError NOT_FOUND, WRONG_STATUS */
export async function discardImport(ctx: Ctx, { importId }: ImportRef): Promise<Checked> {
  assertMay(ctx.actor, "import.run");
  return inTenant(ctx.tenant.id, async (tx) => {
    const { tenantId, fileName } = await lockDraft(tx, ctx, importId);
    await tx.delete(importRows).where(and(eq(importRows.tenantId, tenantId), eq(importRows.importId, importId)));
    await tx.delete(imports).where(and(eq(imports.tenantId, tenantId), eq(imports.id, importId)));
    await recordChange(tx, ctx, { type: "import.discarded", subjectId: importId, subject: fileName });
    return { importId };
  });
}

async function findRow(tx: Tx, { tenantId, id }: ImportRecord, rowId: string) {
  const [row] = await tx
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(
      and(
        ...[eq(importRows.tenantId, tenantId), eq(importRows.importId, id), eq(importRows.id, rowId)],
        inArray(importRows.status, ["ready", "conflict", "invalid", "skipped"]),
      ),
    );
  if (!row) throw new AppError("NOT_FOUND", { what: "line" });
  return row;
}

async function setRow(tx: Tx, { tenantId }: ImportRecord, rowId: string, set: Partial<typeof importRows.$inferInsert>) {
  await tx
    .update(importRows)
    .set(set)
    .where(and(eq(importRows.tenantId, tenantId), eq(importRows.id, rowId)));
}
