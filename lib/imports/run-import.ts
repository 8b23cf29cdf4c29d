import "server-only";
import { and, count, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { type ImportRowStatus, importRows } from "@/db/schema/imports";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { enqueue } from "@/lib/jobs/enqueue";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import { checkImport } from "./check-import";
import type { ImportRef } from "./input";
import { type ImportRecord, lockDraft, lockImport, saveImport } from "./stored-import";

type Begun = { importId: string; rows: number };

function assertStaff({ actor }: Ctx) {
  assertMay(actor, "import.run");
  if (actor.kind !== "staff") throw new AppError("FORBIDDEN");
  return { userId: actor.userId, role: actor.role };
}

async function countRows(tx: Tx, { tenantId, id }: ImportRecord, status: ImportRowStatus): Promise<number> {
  const [row] = await tx
    .select({ rows: count() })
    .from(importRows)
    .where(and(eq(importRows.tenantId, tenantId), eq(importRows.importId, id), eq(importRows.status, status)));
  return row?.rows ?? 0;
}

const send = (tx: Tx, { tenantId, id }: ImportRecord) => enqueue(tx, "import", { tenantId, importId: id });

/**
 * Begins to book every line against which nothing stands; a job does the work. @throws AppError NOT_FOUND, WRONG_STATUS (it
 * has begun already), INVALID_INPUT with `file: empty` (no line is ready)
 */
export async function startImport(ctx: Ctx, { importId }: ImportRef): Promise<Begun> {
  const startedBy = assertStaff(ctx);
  return inTenant(ctx.tenant.id, async (tx) => {
    const record = await lockDraft(tx, ctx, importId);
    await checkImport(tx, ctx, record);
    const rows = await countRows(tx, record, "ready");
    if (rows === 0) throw new AppError("INVALID_INPUT", { file: "empty" });
    const mapping = { ...record.mapping, startedBy };
    await saveImport(tx, record, { status: "running", startedAt: ctx.now, rowsTotal: rows, rowsDone: 0, mapping });
    await recordChange(tx, ctx, {
      type: "import.started",
      subjectId: record.id,
      subject: record.fileName,
      after: { rows },
    });
    await send(tx, record);
    return { importId, rows };
  });
}

/**
 * Begins to take back all that an import brought; a job does the work, and says which bookings it left since somebody changed
 * them or took money for them. @throws AppError NOT_FOUND, WRONG_STATUS (it is under way, or brought nothing)
 */
export async function undoImport(ctx: Ctx, { importId }: ImportRef): Promise<Begun> {
  const startedBy = assertStaff(ctx);
  return inTenant(ctx.tenant.id, async (tx) => {
    const record = await lockImport(tx, ctx, importId);
    const rows = await countRows(tx, record, "imported");
    if ((record.status !== "done" && record.status !== "undone") || rows === 0) {
      throw new AppError("WRONG_STATUS", { status: record.status });
    }
    // What stood against it the last time may stand no more.
    await tx
      .update(importRows)
      .set({ problems: sql`'[]'::jsonb` })
      .where(
        and(
          eq(importRows.tenantId, record.tenantId),
          eq(importRows.importId, importId),
          eq(importRows.status, "imported"),
        ),
      );
    await saveImport(tx, record, {
      ...{ status: "undoing", rowsTotal: rows, rowsDone: 0, undoneBy: startedBy.userId },
      mapping: { ...record.mapping, startedBy },
    });
    await recordChange(tx, ctx, {
      type: "import.undo-started",
      subjectId: record.id,
      subject: record.fileName,
      after: { rows },
    });
    await send(tx, record);
    return { importId, rows };
  });
}

/** Sends for a worker again, where one was lost. Two at one import take turns. @throws AppError NOT_FOUND, WRONG_STATUS */
export async function resumeImport(ctx: Ctx, { importId }: ImportRef): Promise<{ importId: string }> {
  assertStaff(ctx);
  return inTenant(ctx.tenant.id, async (tx) => {
    const record = await lockImport(tx, ctx, importId);
    if (record.status !== "running" && record.status !== "undoing") {
      throw new AppError("WRONG_STATUS", { status: record.status });
    }
    await send(tx, record);
    return { importId };
  });
}
