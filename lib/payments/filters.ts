import "server-only";
import * as z from "zod";
import { addDays, daysBetween, isLocalDate, type LocalDate } from "@/lib/core/local-date";
import { PAYMENT_METHODS, type PaymentMethod } from "@/lib/core/payment-method";

/** What the lists of the money room are filtered by, as it stands in their addresses. Odd values are as good as none. */

const LONGEST_DAYS = 366;

/** Years that both JavaScript and Postgres write with four digits, also a day later. */
const isListedDay = (text: string) => isLocalDate(text) && text > "1900" && text < "9999";

const date = z.string().refine(isListedDay).optional().catch(undefined);
const venueId = z.uuid().optional().catch(undefined);

const page = z.coerce.number().int().min(1).max(10_000).catch(1);

const owed = z.object({ when: z.enum(["overdue", "soon", "all"]).catch("soon"), venue: venueId, page });
const span = z.object({
  from: date,
  to: date,
  method: z.enum(PAYMENT_METHODS).optional().catch(undefined),
  venue: venueId,
  page,
});

export type OwedFilter = {
  when: "overdue" | "soon" | "all";
  venueId?: string | undefined;
  withinDays?: number;
  page?: number;
};
export type SpanFilter = {
  from: LocalDate;
  to: LocalDate;
  method?: PaymentMethod | undefined;
  venueId?: string | undefined;
  page: number;
};

export type Query = Record<string, string | string[] | undefined>;

/** What is due soon without a choice. */
export function owedFilter(query: Query): OwedFilter {
  const { when, venue, page } = owed.parse(query);
  return { when, venueId: venue, page };
}

/** This month without dates; at most a year. */
export function spanFilter(query: Query, today: LocalDate): SpanFilter {
  const { from, to, method, venue, page } = span.parse(query);
  const last = to ?? (from && from > today ? from : today);
  const first = from && from <= last ? from : `${last.slice(0, 7)}-01`;
  const start = daysBetween(first, last) > LONGEST_DAYS ? addDays(last, -LONGEST_DAYS) : first;
  return { from: start, to: last, method, venueId: venue, page };
}
