import * as z from "zod";
import { CURSOR } from "@/lib/bookings/filter-parts";
import { endOf } from "@/lib/web/api/cursor";

/** What contracts are made of. Descriptions are part of the published document. */

export const id = z.uuid();
/** Whatever the caller's library calls an id in the path: what is no id is an id of nothing. */
export const idParams = z.object({ id: z.uuid() });
export const paise = z.int().describe("Integer paise.");
export const duePaise = paise.describe(
  "Integer paise: what is left of the total; nothing once the booking is cancelled, rejected or expired. An expired one owes nothing, and yet the hall may still take its money by hand: see `createPayment`.",
);
export const instant = z.iso.datetime({ offset: true, abort: true }).describe("RFC 3339.");
export const localDate = z.iso.date({ abort: true }).describe("Local to the venue.");
/** A day that a list is narrowed to: of any year that a hall could have a booking in. */
export const day = localDate.refine((date) => date >= "1990-01-01" && date <= "2100-12-31", "dateRange");
/** What a list is searched for. */
export const searched = z.string().trim().min(1).max(80);
export const localText = z
  .object({ en: z.string(), hi: z.string().optional(), mr: z.string().optional() })
  .meta({ id: "LocalText" });

/** A page of a list: `limit` rows behind `cursor`, which is the answer's `nextCursor` before. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(40),
  cursor: z
    .string()
    .refine((text) => CURSOR.test(endOf(text)), "cursor")
    .optional()
    .describe("The `nextCursor` of the page before, with the same order and filters; `limit` may be another."),
});
