import * as z from "zod";

/** Parts of what an address may narrow a list to; what cannot be read there counts for nothing. */
export const filterId = z.uuid().optional().catch(undefined);
export const filterText = z.string().trim().min(1).max(80).optional().catch(undefined);
export const filterDay = z.iso
  .date()
  .refine((date) => date >= "1990-01-01" && date <= "2100-12-31")
  .optional()
  .catch(undefined);
/** Where the page before ended; see keyset.ts. */
export const CURSOR = /^\d{1,17}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const filterCursor = z.string().regex(CURSOR).optional().catch(undefined);

export const customerFilter = z.object({ q: filterText, after: filterCursor });
export type CustomerFilter = z.infer<typeof customerFilter>;
