import * as z from "zod";
import { searchBookings } from "@/lib/bookings/search-bookings";
import { formatDay } from "@/lib/core/format-time";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import { readQuery, route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

const query = z.object({ q: z.string().trim().min(1).max(80), lang: z.string().optional() });
const AT_MOST = 8;

/** What the command palette finds: each hit with where it is handled. */
export const GET = route(async (visit, request) => {
  const { locale } = visit;
  const { q } = await readQuery(request, query, locale);
  const found = await searchBookings(personCtx(visit), q, AT_MOST);
  const data = found.map(({ id, number, eventTitle, startsAt, timeZone, customerName }) => ({
    href: localePath(locale, `/admin/bookings/${id}`),
    title: eventTitle,
    detail: [number, customerName, formatDay(startsAt, locale, timeZone, "long")].filter(Boolean).join(DOT),
  }));
  return Response.json({ data }, { headers: { "cache-control": "no-store" } });
});
