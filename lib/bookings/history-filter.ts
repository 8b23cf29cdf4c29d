import * as z from "zod";

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
export type HistoryKind = (typeof HISTORY_KINDS)[number];

const date = z.iso.date().optional().catch(undefined);

/** What the history is narrowed to, as its address has it; what cannot be read there counts for nothing. */
export const historyFilter = z.object({
  /** A member of the team. */
  who: z.uuid().optional().catch(undefined),
  kind: z.enum(HISTORY_KINDS).optional().catch(undefined),
  from: date,
  to: date,
  /** A booking's number. */
  booking: z.string().trim().min(1).max(40).optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{1,17}\.[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type HistoryFilter = z.infer<typeof historyFilter>;
