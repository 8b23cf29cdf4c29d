import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { type ImportRowStatus, importRows } from "@/db/schema/imports";
import { IMPORT_FIELDS, type ImportField } from "@/lib/core/import-field-names";
import { assertMay } from "@/lib/core/permissions";
import { cellOf, type ImportProblem } from "@/lib/core/read-import-row";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadImport } from "./load-import";
import { toReading } from "./stored-import";
import type { ImportLine } from "./types";

export const LINES_PER_PAGE = 50;

export type LineFilter = "problems" | "ready" | "leftOut" | "imported" | "all";

export const STATUSES = {
  problems: ["conflict", "invalid"],
  ready: ["ready"],
  leftOut: ["skipped"],
  imported: ["imported", "undone"],
  all: ["ready", "conflict", "invalid", "imported", "skipped", "undone"],
} as const satisfies Record<LineFilter, readonly ImportRowStatus[]>;

/** Lines of an import in their order, a page from 1. @throws AppError FORBIDDEN */
export async function listImportLines(
  ctx: Ctx,
  importId: string,
  filter: LineFilter,
  page: number,
): Promise<ImportLine[]> {
  assertMay(ctx.actor, "import.run");
  return inTenant(ctx.tenant.id, (tx) =>
    selectLines(tx, ctx, importId, STATUSES[filter])
      .limit(LINES_PER_PAGE)
      .offset((page - 1) * LINES_PER_PAGE)
      .then((rows) => rows.map(toLine)),
  );
}

function selectLines(tx: Tx, ctx: Ctx, importId: string, statuses: readonly ImportRowStatus[]) {
  return tx
    .select({ row: importRows, number: bookings.number })
    .from(importRows)
    .leftJoin(bookings, and(eq(bookings.tenantId, importRows.tenantId), eq(bookings.id, importRows.bookingId)))
    .where(
      and(
        ...[eq(importRows.tenantId, ctx.tenant.id), eq(importRows.importId, importId)],
        inArray(importRows.status, [...statuses]),
      ),
    )
    .orderBy(asc(importRows.position))
    .$dynamic();
}

function toLine({ row, number }: { row: typeof importRows.$inferSelect; number: string | null }): ImportLine {
  const { id, position, status, cells, bookingId } = row;
  return {
    ...{ id, position, status, cells },
    reading: toReading(row.reading),
    // Codes are written by this noun only.
    problems: row.problems as ImportProblem[],
    booking: bookingId && number ? { id: bookingId, number } : null,
  };
}

type LeftOut = {
  fileName: string;
  headings: string[];
  /** What each column is mapped to. */
  fields: (ImportField | undefined)[];
  lines: { position: number; cells: string[]; problems: ImportProblem[] }[];
};

/** All lines that were not imported, with what was typed over them. @throws AppError FORBIDDEN, NOT_FOUND */
export async function listLeftOut(ctx: Ctx, importId: string): Promise<LeftOut> {
  const found = await loadImport(ctx, importId);
  if (!found) throw new AppError("NOT_FOUND", { what: "import" });
  const { mapping, fileName } = found;
  const rows = await inTenant(ctx.tenant.id, (tx) =>
    selectLines(tx, ctx, importId, ["conflict", "invalid", "skipped"]),
  );
  const width = found.samples[0]?.length ?? 0;
  const fields = Array.from({ length: width }, (_, column) =>
    IMPORT_FIELDS.find((field) => mapping.columns[field] === column),
  );
  return {
    ...{ fileName, headings: mapping.headings, fields },
    lines: rows.map(toLine).map(({ position, cells, problems }) => ({
      position,
      cells: fields.map((field, column) => (field ? cellOf(cells, mapping, field) : (cells[column] ?? ""))),
      problems,
    })),
  };
}
