import { readCount } from "@/lib/core/digits";
import { addMonths, isLocalDate, type LocalDate } from "@/lib/core/local-date";
import type { CalendarFilter, CalendarQueryPick } from "./types";

/** All that the calendar shows is in the address: it survives refresh and back, and can be sent on WhatsApp. */
export type CalendarQuery = CalendarFilter & {
  /** YYYY-MM */
  month: string | null;
  date: LocalDate | null;
  pick: CalendarQueryPick;
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const ID = /^[0-9a-zA-Z-]{1,40}$/;

export type RawQuery = Record<string, string | string[] | undefined>;

/** Reads an address that anyone may have written: what is not understood is left out. */
export function parseCalendarQuery(raw: RawQuery): CalendarQuery {
  const one = (name: string) => {
    const value = raw[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const id = (name: string) => (ID.test(one(name)) ? one(name) : null);
  const date = isLocalDate(one("date")) ? one("date") : null;
  const [spaceId = "", slotId = ""] = one("pick").split("~");
  return {
    month: MONTH.test(one("month")) ? one("month") : (date?.slice(0, 7) ?? null),
    spaceId: id("space"),
    slotId: id("slot"),
    guests: readCount(one("guests"), 99_999),
    date,
    pick: ID.test(spaceId) && ID.test(slotId) ? { spaceId, slotId } : null,
  };
}

/** The query of an address, with its leading "?"; empty where all is as it comes. */
export function formatCalendarQuery(query: Partial<CalendarQuery>): string {
  const params = new URLSearchParams();
  if (query.month) params.set("month", query.month);
  if (query.spaceId) params.set("space", query.spaceId);
  if (query.slotId) params.set("slot", query.slotId);
  if (query.guests) params.set("guests", String(query.guests));
  if (query.date) params.set("date", query.date);
  if (query.pick) params.set("pick", `${query.pick.spaceId}~${query.pick.slotId}`);
  const text = params.toString().replaceAll("%7E", "~");
  return text ? `?${text}` : "";
}

export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

/** "2027-12" and 1 give "2028-01". */
export function shiftMonth(month: string, by: number): string {
  return monthOf(addMonths(`${month}-01`, by));
}
