import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { isId } from "@/db/id";
import { type ImportRowStatus, importRows, imports } from "@/db/schema/imports";
import { users } from "@/db/schema/people";
import type { ImportField } from "@/lib/core/import-field-names";
import { assertMay } from "@/lib/core/permissions";
import { cellOf, type ImportProblemCode } from "@/lib/core/read-import-row";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { toImport } from "./stored-import";
import type { ImportProgress, ImportSummary, ImportView } from "./types";

const RECENT = 50;
const SAMPLES = 5;
const UNKNOWN = 40;

const NONE: Record<ImportRowStatus, number> = { ready: 0, conflict: 0, invalid: 0, imported: 0, skipped: 0, undone: 0 };

/** The hall's imports, the latest first. @throws AppError FORBIDDEN */
export async function listImports(ctx: Ctx): Promise<ImportSummary[]> {
  assertMay(ctx.actor, "import.run");
  return inTenant(ctx.tenant.id, async (tx) => {
    const rows = await tx
      .select({
        ...{ id: imports.id, fileName: imports.fileName, status: imports.status, createdAt: imports.createdAt },
        by: users.name,
      })
      .from(imports)
      .leftJoin(users, and(eq(users.tenantId, imports.tenantId), eq(users.id, imports.createdBy)))
      .where(eq(imports.tenantId, ctx.tenant.id))
      .orderBy(desc(imports.createdAt))
      .limit(RECENT);
    const counts = await countLines(
      tx,
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, counts: counts.get(row.id) ?? NONE }));
  });
}

async function countLines(tx: Tx, ctx: Ctx, ids: string[]): Promise<Map<string, Record<ImportRowStatus, number>>> {
  const counts = new Map<string, Record<ImportRowStatus, number>>();
  if (ids.length === 0) return counts;
  const rows = await tx
    .select({ importId: importRows.importId, status: importRows.status, lines: sql<number>`count(*)::int` })
    .from(importRows)
    .where(and(eq(importRows.tenantId, ctx.tenant.id), inArray(importRows.importId, ids)))
    .groupBy(importRows.importId, importRows.status);
  for (const { importId, status, lines } of rows) {
    counts.set(importId, { ...(counts.get(importId) ?? NONE), [status]: lines });
  }
  return counts;
}

/** One import; null for an id that is malformed, absent or another tenant's. @throws AppError FORBIDDEN */
export async function loadImport(ctx: Ctx, importId: string): Promise<ImportView | null> {
  assertMay(ctx.actor, "import.run");
  if (!isId(importId)) return null;
  return inTenant(ctx.tenant.id, async (tx) => {
    const [row] = await tx
      .select({ record: imports, by: users.name })
      .from(imports)
      .leftJoin(users, and(eq(users.tenantId, imports.tenantId), eq(users.id, imports.createdBy)))
      .where(and(eq(imports.tenantId, ctx.tenant.id), eq(imports.id, importId)));
    if (!row) return null;
    const { mapping, ...record } = toImport(row.record);
    const [counts, samples, unknown] = await Promise.all([
      countLines(tx, ctx, [importId]),
      readSamples(tx, ctx, importId, mapping.headings.length),
      readUnknownWords(tx, ctx, importId, mapping),
    ]);
    return { ...record, mapping, by: row.by, counts: counts.get(importId) ?? NONE, samples, unknown };
  });
}

/** The cells of the first lines, by column, at least `columns` of them. */
async function readSamples(tx: Tx, ctx: Ctx, importId: string, columns: number): Promise<string[][]> {
  const first = await tx
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(and(eq(importRows.tenantId, ctx.tenant.id), eq(importRows.importId, importId)))
    .orderBy(asc(importRows.position))
    .limit(SAMPLES);
  const width = Math.max(
    columns,
    ...first.flatMap(({ cells }) => Object.keys(cells).map((key) => Number(key) + 1 || 0)),
  );
  return first.map(({ cells }) => Array.from({ length: width }, (_, column) => cells[column] ?? ""));
}

/** What lines call a space or a session that nobody knows, the most frequent first. */
async function readUnknownWords(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  mapping: ImportView["mapping"],
): Promise<ImportView["unknown"]> {
  const unclear = await tx
    .select({ cells: importRows.cells, problems: importRows.problems })
    .from(importRows)
    .where(
      and(eq(importRows.tenantId, ctx.tenant.id), eq(importRows.importId, importId), eq(importRows.status, "invalid")),
    );
  const words = (field: ImportField, code: ImportProblemCode) => {
    const of = unclear
      .filter(({ problems }) => problems.some((problem) => problem.code === code))
      .map(({ cells }) => cellOf(cells, mapping, field));
    return [...Map.groupBy(of, (word) => word)]
      .map(([word, { length: lines }]) => ({ word, lines }))
      .toSorted((a, b) => b.lines - a.lines)
      .slice(0, UNKNOWN);
  };
  return { space: words("space", "spaceUnknown"), session: words("session", "sessionUnknown") };
}

/** @throws AppError FORBIDDEN, NOT_FOUND */
export async function loadProgress(ctx: Ctx, importId: string): Promise<ImportProgress> {
  assertMay(ctx.actor, "import.run");
  const [found] = isId(importId)
    ? await inTenant(ctx.tenant.id, (tx) =>
        tx
          .select({ status: imports.status, done: imports.rowsDone, total: imports.rowsTotal })
          .from(imports)
          .where(and(eq(imports.tenantId, ctx.tenant.id), eq(imports.id, importId))),
      )
    : [];
  if (!found) throw new AppError("NOT_FOUND", { what: "import" });
  return found;
}
