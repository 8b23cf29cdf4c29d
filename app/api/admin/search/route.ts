import * as z from "zod";
import { searchBookings } from "@/lib/bookings/search-bookings";
import { formatDay } from "@/lib/core/format-time";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";
import { findCustomers } from "@/lib/people/find-customers";
import { readQuery, route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

const query = z.object({ q: z.string().trim().min(1).max(80), lang: z.string().optional() });
const BOOKINGS = 8;
const PEOPLE = 5;

/** What the command palette finds, bookings and the people behind them: each hit with where it is handled. */
export const GET = route(async (visit, request) => {
  const { locale } = visit;
  const { q } = await readQuery(request, query, locale);
  const ctx = personCtx(visit);
  const [bookings, people] = await Promise.all([searchBookings(ctx, q, BOOKINGS), findCustomers(ctx, q, PEOPLE)]);
  const data = [
    ...bookings.map(({ id, number, eventTitle, startsAt, timeZone, customerName }) => ({
      kind: "booking" as const,
      href: localePath(locale, `/admin/bookings/${id}`),
      title: eventTitle,
      detail: [number, customerName, formatDay(startsAt, locale, timeZone, "long")].filter(Boolean).join(" · "),
    })),
    ...people.map(({ userId, name, phone }) => ({
      kind: "person" as const,
      href: localePath(locale, `/admin/customers/${userId}`),
      title: name ?? digits(formatPhone(phone), locale),
      detail: digits(formatPhone(phone), locale),
    })),
  ];
  return Response.json({ data }, { headers: { "cache-control": "no-store" } });
});
