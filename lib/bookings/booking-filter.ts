import * as z from "zod";
import { BOOKING_STATUSES } from "@/lib/core/booking-state";
import { filterCursor, filterDay, filterId, filterText } from "./filter-parts";

export const SOURCES = ["online", "desk", "phone", "api", "import"] as const;

/** What a list of bookings is narrowed to, as its address has it; what cannot be read there counts for nothing. */
export const bookingFilter = z.object({
  q: filterText,
  status: z.enum(BOOKING_STATUSES).optional().catch(undefined),
  /** Ahead of today unless something was typed or days were chosen. */
  when: z.enum(["ahead", "past", "all"]).optional().catch(undefined),
  venue: filterId,
  space: filterId,
  /** Of the first function, in the venue's zone, both included. */
  from: filterDay,
  to: filterDay,
  /** `due` still owes something, `overdue` should have paid it by now, `paid` owes nothing. */
  money: z.enum(["due", "overdue", "paid"]).optional().catch(undefined),
  source: z.enum(SOURCES).optional().catch(undefined),
  /** The member who took it. */
  by: filterId,
  sort: z.enum(["date", "-date", "taken", "-taken"]).optional().catch(undefined),
  after: filterCursor,
});
export type BookingFilter = z.infer<typeof bookingFilter>;

/** The filter with what is left open decided. */
export function settled(filter: BookingFilter) {
  const isOpen = filter.q === undefined && filter.from === undefined && filter.to === undefined;
  const when = filter.when ?? (isOpen && filter.money === undefined ? "ahead" : "all");
  const sort = filter.sort ?? (when === "ahead" ? "date" : "-date");
  return { ...filter, when, sort };
}
