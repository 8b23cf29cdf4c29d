import * as z from "zod";
import { IMPORT_FIELDS } from "@/lib/core/import-field-names";
import { HAND_METHODS } from "@/lib/core/payment-method";

const uuid = z.uuid();

export const importRef = z.strictObject({ importId: uuid });
export type ImportRef = z.infer<typeof importRef>;

/** Which column (from 0) of an imported file says what, and what holds where it says nothing. */
export const mapImportInput = importRef.extend({
  columns: z.partialRecord(z.enum(IMPORT_FIELDS), z.int().min(0).max(59)),
  dateOrder: z.enum(["dmy", "mdy"]),
  guests: z.int("wholeNumber").min(1, "tooSmall").max(100_000, "tooBig"),
  paidOn: z.iso.date("date"),
  method: z.enum(HAND_METHODS),
});
export type MapImportInput = z.infer<typeof mapImportInput>;

const meanings = z.record(z.string().min(1).max(2000), uuid);

/** What words of a file mean, for all its lines. */
export const teachImportInput = importRef.extend({ space: meanings, session: meanings });
export type TeachImportInput = z.infer<typeof teachImportInput>;

const importRowRef = importRef.extend({ rowId: uuid });

/** What somebody typed over a line's cells. */
export const fixImportRowInput = importRowRef.extend({
  typed: z.partialRecord(z.enum(IMPORT_FIELDS), z.string().trim().max(2000, "tooLong")),
});
export type FixImportRowInput = z.infer<typeof fixImportRowInput>;

export const leaveOutRowInput = importRowRef.extend({ isLeftOut: z.boolean() });
export type LeaveOutRowInput = z.infer<typeof leaveOutRowInput>;
