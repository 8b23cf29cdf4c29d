import * as z from "zod";

const one = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.string().max(60).optional().catch(undefined),
);

/** Which report an address asks for: a venue by its slug, months as `YYYY-MM`. What makes no sense is left out. */
export const reportQuery = z.object({ venue: one, from: one, to: one });
export type ReportQuery = z.infer<typeof reportQuery>;
