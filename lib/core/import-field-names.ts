/** What a line of a diary may say about a booking. */
export const IMPORT_FIELDS = [
  "date",
  "space",
  "session",
  "name",
  "phone",
  "title",
  "guests",
  "total",
  "paid",
  "paidOn",
  "method",
  "note",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const IMPORT_METHODS = ["cash", "upi", "cheque", "bank"] as const;
export type ImportMethod = (typeof IMPORT_METHODS)[number];
