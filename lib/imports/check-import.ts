import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type ImportRowStatus, importRows } from "@/db/schema/imports";
import { claimsOfReading, findConflicts } from "@/lib/core/import-conflicts";
import { todayIn } from "@/lib/core/period";
import { type ImportBook, type ImportProblem, type ImportReading, readImportRow } from "@/lib/core/read-import-row";
import type { Ctx } from "@/lib/tenants/ctx";
import type { VenueBook } from "@/lib/venues/types";
import { priceImports } from "./price-imports";
import { bookOfImport, type ImportRecord } from "./stored-import";
import { listTakenClaims } from "./taken-claims";

type Checked = { id: string; position: number; reading: ImportReading | null; problems: ImportProblem[] };

/**
 * Reads every line of an import that is still to be decided, by its mapping as it is now, and writes down what stands
 * against it: what cannot be read, what is booked or closed already, what an earlier line of the same file wants.
 */
export async function checkImport(tx: Tx, ctx: Ctx, record: ImportRecord): Promise<void> {
  const own = and(eq(importRows.tenantId, record.tenantId), eq(importRows.importId, record.id));
  const [book, rows] = await Promise.all([
    bookOfImport(tx, ctx, record),
    tx
      .select({ id: importRows.id, position: importRows.position, cells: importRows.cells })
      .from(importRows)
      .where(and(own, inArray(importRows.status, ["ready", "conflict", "invalid"])))
      .orderBy(asc(importRows.position)),
  ]);
  const against = importBook(book, ctx.now);
  const read = rows.map(({ cells, ...row }): Checked => ({ ...row, ...readImportRow(cells, record.mapping, against) }));
  const priced = await priceImports(tx, ctx, book, read);
  const conflicts = await conflictsOf(tx, ctx, book, priced);
  await saveChecks(
    tx,
    record,
    priced.map(({ id, position, reading, problems }) => {
      const conflict = conflicts.get(position);
      const status: ImportRowStatus = problems.length > 0 ? "invalid" : conflict ? "conflict" : "ready";
      return { id, status, reading, problems: conflict ? [conflict] : problems };
    }),
  );
}

/** What lines are read against: the venue's spaces, sessions and prices, and its own today. */
export function importBook({ venue, prices }: VenueBook, now: Date): ImportBook {
  const { timeZone } = venue.settings;
  return { spaces: venue.spaces, slots: venue.slots, prices, timeZone, today: todayIn(now, timeZone) };
}

async function conflictsOf(tx: Tx, ctx: Ctx, { venue }: VenueBook, rows: readonly Checked[]) {
  const lines = rows.flatMap(({ position, reading, problems }) =>
    reading && problems.length === 0 ? [{ position, reading }] : [],
  );
  const claims = lines.flatMap(({ reading }) => claimsOfReading(reading, venue));
  if (claims.length === 0) return new Map<number, ImportProblem>();
  const starts = claims.map(({ period }) => period.startsAt.getTime());
  const ends = claims.map(({ period }) => period.endsAt.getTime());
  const within = {
    startsAt: new Date(starts.reduce((a, b) => Math.min(a, b))),
    endsAt: new Date(ends.reduce((a, b) => Math.max(a, b))),
  };
  const partIds = [...new Set(claims.map(({ partId }) => partId))];
  return findConflicts(lines, venue, await listTakenClaims(tx, ctx.tenant.id, partIds, within));
}

type Saved = { id: string; status: ImportRowStatus; reading: ImportReading | null; problems: ImportProblem[] };

/** In one statement, and only where something is different. */
async function saveChecks(tx: Tx, { tenantId }: ImportRecord, rows: readonly Saved[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update import_rows r
       set status = v.status, reading = nullif(v.reading, 'null'::jsonb), problems = v.problems
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as v(id uuid, status text, reading jsonb, problems jsonb)
     where r.tenant_id = ${tenantId} and r.id = v.id
       and (r.status, r.reading, r.problems) is distinct from (v.status, nullif(v.reading, 'null'::jsonb), v.problems)`);
}
