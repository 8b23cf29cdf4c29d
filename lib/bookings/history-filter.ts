import * as z from "zod";
import { filterCursor, filterDay, filterId, filterText } from "./filter-parts";

/** What happens to a booking, and to the hall: the kinds that the history can be narrowed to. */
export const HISTORY_KINDS = [
  "bookings",
  "money",
  "notes",
  "customers",
  "prices",
  "set-up",
  "team",
  "imports",
  "day-book",
] as const;

/** What the history is narrowed to, as its address has it; what cannot be read there counts for nothing. */
export const historyFilter = z.object({
  /** A member of the team. */
  who: filterId,
  kind: z.enum(HISTORY_KINDS).optional().catch(undefined),
  from: filterDay,
  to: filterDay,
  /** A booking's number. */
  booking: filterText,
  after: filterCursor,
});
export type HistoryFilter = z.infer<typeof historyFilter>;
