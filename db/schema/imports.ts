import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { at, code, createdAt, id, ref, tenantId } from "./columns";
import { users } from "./people";
import { venues } from "./venues";

export type ImportStatus = "draft" | "running" | "done" | "undoing" | "undone" | "failed";
export type ImportRowStatus = "ready" | "conflict" | "invalid" | "imported" | "skipped" | "undone";

/** A diary or spreadsheet on its way in; undone as a whole. */
export const imports = pgTable(
  "imports",
  {
    tenantId: tenantId(),
    id: id(),
    venueId: ref("venue_id").notNull(),
    fileName: text("file_name").notNull(),
    status: code<ImportStatus>("status").notNull().default("draft"),
    /** Column of the file → field of a booking, and how dates are written. */
    mapping: jsonb("mapping").$type<Record<string, unknown>>().notNull().default({}),
    rowsTotal: integer("rows_total").notNull().default(0),
    rowsDone: integer("rows_done").notNull().default(0),
    createdBy: ref("created_by").notNull(),
    createdAt: createdAt(),
    startedAt: at("started_at"),
    finishedAt: at("finished_at"),
    undoneBy: ref("undone_by"),
    undoneAt: at("undone_at"),
    lastError: text("last_error"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("imports_recent").on(t.tenantId, t.createdAt),
    foreignKey({ columns: [t.tenantId, t.venueId], foreignColumns: [venues.tenantId, venues.id] }),
    foreignKey({ columns: [t.tenantId, t.createdBy], foreignColumns: [users.tenantId, users.id] }),
    foreignKey({ columns: [t.tenantId, t.undoneBy], foreignColumns: [users.tenantId, users.id] }),
  ],
);

/** One line of the file: its cells as they came, what they were read as, and what stands against them. */
export const importRows = pgTable(
  "import_rows",
  {
    tenantId: tenantId(),
    id: id(),
    importId: ref("import_id").notNull(),
    /** Line of the file, from 1. */
    position: integer("position").notNull(),
    cells: jsonb("cells").$type<Record<string, string>>().notNull(),
    reading: jsonb("reading").$type<Record<string, unknown>>(),
    status: code<ImportRowStatus>("status").notNull().default("ready"),
    /** Codes of what is wrong, each with its values. */
    problems: jsonb("problems").$type<{ code: string; values?: Record<string, string> }[]>().notNull().default([]),
    /** What the row became: the booking names its import, this names the booking. */
    bookingId: ref("booking_id"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("import_rows_import").on(t.tenantId, t.importId, t.position),
    foreignKey({ columns: [t.tenantId, t.importId], foreignColumns: [imports.tenantId, imports.id] }),
    check("import_rows_position", sql`${t.position} > 0`),
  ],
);
