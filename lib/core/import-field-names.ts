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
