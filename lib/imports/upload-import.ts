import "server-only";
import { createHash } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { importRows, imports } from "@/db/schema/imports";
import { findHeader, guessMapping } from "@/lib/core/import-fields";
import { todayIn } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import { checkImport } from "./check-import";
import { isFilled, readImportFile } from "./read-import-file";
import { bookOfImport, type ImportRecord, type StoredMapping } from "./stored-import";

type Upload = { venueId: string; fileName: string; bytes: Buffer };

const CHUNK = 500;
const SAMPLE = 50;

/**
 * Takes in a file: its lines, and a first guess of what its columns say. Nothing is booked. The same file again leads to the
 * import that it is already, unless that was undone. @throws AppError INVALID_INPUT (`file` says why), NOT_FOUND (venue)
 */
export async function uploadImport(ctx: Ctx, upload: Upload): Promise<{ importId: string; isKnown: boolean }> {
  assertMay(ctx.actor, "import.run");
  const { actor } = ctx;
  if (actor.kind !== "staff") throw new AppError("FORBIDDEN");
  const lines = readImportFile(upload.bytes);
  const fileHash = createHash("sha256").update(upload.bytes).digest("hex");
  return inTenant(ctx.tenant.id, async (tx) => {
    const { venue } = await bookOfImport(tx, ctx, upload);
    // Two taps on one button are one import.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${venue.id}/${fileHash}`}, 0))`);
    const known = await findSame(tx, ctx, venue.id, fileHash);
    if (known) return { importId: known, isKnown: true };

    const header = findHeader(lines);
    const first = header === null ? 0 : header + 1;
    const headings = header === null ? [] : (lines[header] ?? []);
    const rows = lines
      .map((cells, index) => ({ cells, position: index + 1 }))
      .filter(({ cells, position }) => position > first && isFilled(cells));
    if (rows.length === 0) throw new AppError("INVALID_INPUT", { file: "empty" });
    const sample = { headings, lines: rows.slice(0, SAMPLE).map(({ cells }) => cells) };
    const mapping: StoredMapping = {
      ...guessMapping(sample, todayIn(ctx.now, venue.settings.timeZone)),
      ...{ headings, fileHash },
    };
    const record = await write(tx, ctx, { ...upload, mapping, rowsTotal: rows.length, createdBy: actor.userId });
    for (let at = 0; at < rows.length; at += CHUNK) {
      await tx.insert(importRows).values(
        rows.slice(at, at + CHUNK).map(({ cells, position }) => ({
          ...{ tenantId: ctx.tenant.id, id: newId(), importId: record.id, position },
          cells: Object.fromEntries(
            cells.flatMap((text, column) => (text.trim() === "" ? [] : [[String(column), text.trim()]])),
          ),
        })),
      );
    }
    await checkImport(tx, ctx, record);
    return { importId: record.id, isKnown: false };
  });
}

async function findSame(tx: Tx, ctx: Ctx, venueId: string, fileHash: string): Promise<string | null> {
  const [same] = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.tenantId, ctx.tenant.id),
        eq(imports.venueId, venueId),
        ne(imports.status, "undone"),
        sql`${imports.mapping}->>'fileHash' = ${fileHash}`,
      ),
    )
    .limit(1);
  return same?.id ?? null;
}

async function write(
  tx: Tx,
  ctx: Ctx,
  {
    venueId,
    fileName,
    mapping,
    rowsTotal,
    createdBy,
  }: Omit<Upload, "bytes"> & { mapping: StoredMapping; rowsTotal: number; createdBy: string },
): Promise<ImportRecord> {
  const [row] = await tx
    .insert(imports)
    .values({ tenantId: ctx.tenant.id, id: newId(), venueId, fileName, mapping, rowsTotal, createdBy })
    .returning();
  if (!row) throw new Error("an import was not written");
  await recordChange(tx, ctx, {
    type: "import.uploaded",
    subjectId: row.id,
    subject: fileName,
    after: { lines: rowsTotal },
  });
  return { ...row, mapping };
}
