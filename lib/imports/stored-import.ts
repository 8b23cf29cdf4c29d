import "server-only";
import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import * as z from "zod";
import type { Tx } from "@/db/client";
import { imports } from "@/db/schema/imports";
import type { ImportMapping } from "@/lib/core/import-fields";
import { HAND_METHODS } from "@/lib/core/payment-method";
import type { ImportReading } from "@/lib/core/read-import-row";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { loadVenueInTx } from "@/lib/venues/load-venue";
import type { VenueBook } from "@/lib/venues/types";
import { mapImportInput, teachImportInput } from "./input";

const storedMapping = mapImportInput.omit({ importId: true }).extend({
  words: teachImportInput.omit({ importId: true }),
  /** The columns' headings, as the file has them. */
  headings: z.array(z.string()),
  /** SHA-256 of the file: the same one again is noticed. */
  fileHash: z.string(),
  startedBy: z.object({ userId: z.string(), role: z.enum(["staff", "manager", "owner"]) }).optional(),
});

export type StoredMapping = ImportMapping & z.infer<typeof storedMapping>;
export type ImportRecord = Omit<typeof imports.$inferSelect, "mapping"> & { mapping: StoredMapping };

/** The row with its mapping read out of JSON. @throws ZodError where it was not written by this noun */
export function toImport(row: typeof imports.$inferSelect): ImportRecord {
  return { ...row, mapping: storedMapping.parse(row.mapping) };
}

const storedReading = z.object({
  ...{ date: z.string(), spaceId: z.string(), slotId: z.string(), name: z.string(), phone: z.string() },
  ...{ title: z.string(), eventType: z.string(), functionName: z.string(), guests: z.number() },
  ...{ totalPaise: z.number().nullable(), paidPaise: z.number(), paidOn: z.string() },
  method: z.enum(HAND_METHODS),
  note: z.string().nullable(),
});

/** What a line was read as when it was last looked at; null while something stood against it. */
export function toReading(stored: unknown): ImportReading | null {
  return stored === null ? null : storedReading.parse(stored);
}

/** Locked, so that one change at a time is made to an import. @throws AppError NOT_FOUND, also for another tenant's */
export async function lockImport(tx: Tx, ctx: Pick<Ctx, "tenant">, importId: string): Promise<ImportRecord> {
  const [row] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.tenantId, ctx.tenant.id), eq(imports.id, importId)))
    .for("update");
  if (!row) throw new AppError("NOT_FOUND", { what: "import" });
  return toImport(row);
}

/** For what may only be done before an import is carried out. @throws AppError NOT_FOUND, WRONG_STATUS */
export async function lockDraft(tx: Tx, ctx: Pick<Ctx, "tenant">, importId: string): Promise<ImportRecord> {
  const found = await lockImport(tx, ctx, importId);
  if (found.status !== "draft") throw new AppError("WRONG_STATUS", { status: found.status });
  return found;
}

/** @throws AppError NOT_FOUND */
export async function bookOfImport(
  tx: Tx,
  ctx: Pick<Ctx, "tenant">,
  { venueId }: { venueId: string },
): Promise<VenueBook> {
  const book = await loadVenueInTx(tx, ctx.tenant.id, venueId);
  if (!book) throw new AppError("NOT_FOUND", { what: "venue" });
  return book;
}

export async function saveImport(
  tx: Tx,
  { tenantId, id }: Pick<ImportRecord, "tenantId" | "id">,
  set: PgUpdateSetSource<typeof imports>,
): Promise<void> {
  await tx
    .update(imports)
    .set(set)
    .where(and(eq(imports.tenantId, tenantId), eq(imports.id, id)));
}
