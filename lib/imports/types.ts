import type { ImportRowStatus, ImportStatus } from "@/db/schema/imports";
import type { ImportMapping } from "@/lib/core/import-fields";
import type { ImportCells, ImportProblem, ImportReading } from "@/lib/core/read-import-row";

/** An import as a list shows it: what became of its lines. */
export type ImportSummary = {
  id: string;
  fileName: string;
  status: ImportStatus;
  createdAt: Date;
  by: string | null;
  counts: Record<ImportRowStatus, number>;
};

/** How many lines of an import are done, of those that are to be. */
export type ImportProgress = { status: ImportStatus; done: number; total: number };

/** A line of an import, for who decides on it. */
export type ImportLine = {
  id: string;
  position: number;
  status: ImportRowStatus;
  cells: ImportCells;
  reading: ImportReading | null;
  problems: ImportProblem[];
  booking: { id: string; number: string } | null;
};

/** One import with its mapping, and the words in it that nobody knows yet. */
export type ImportView = ImportSummary & {
  venueId: string;
  mapping: ImportMapping & { headings: string[] };
  rowsTotal: number;
  rowsDone: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
  /** The cells of its first lines, by column. */
  samples: string[][];
  unknown: { space: UnknownWord[]; session: UnknownWord[] };
};

type UnknownWord = { word: string; lines: number };
