import { getTranslations } from "next-intl/server";
import { bookingFilter } from "@/lib/bookings/booking-filter";
import { exportBookings } from "@/lib/bookings/list-bookings";
import { csvOf } from "@/lib/core/csv";
import { hallZone } from "@/lib/core/hall-zone";
import { textIn } from "@/lib/core/locale";
import { localDateOf, todayIn } from "@/lib/core/period";
import { listVenues } from "@/lib/venues/queries";
import { route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

/** More than any hall has in ten years. */
const AT_MOST = 20_000;
const PAISE = 100;

/** The bookings of a filter as a spreadsheet: days as spreadsheets sort them, money in rupees as numbers. */
export const GET = route(async (visit, request) => {
  const { locale, tenant, now } = visit;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const timeZone = hallZone(await listVenues(tenant));
  const [t, statuses, sources, rows] = await Promise.all([
    getTranslations({ locale, namespace: "admin.bookings" }),
    getTranslations({ locale, namespace: "bookings.status" }),
    getTranslations({ locale, namespace: "admin.booking.sources" }),
    exportBookings(personCtx(visit), bookingFilter.parse(query), timeZone, AT_MOST),
  ]);
  const header = [
    ...[t("file.number"), t("date"), t("event"), t("space"), t("file.guests"), t("family"), t("file.phone")],
    ...[t("file.status"), t("total"), t("file.paid"), t("due"), t("source"), t("by"), t("taken")],
  ];
  const body = rows.map((row) => {
    const isAgreed = row.status === "confirmed" || row.status === "completed";
    const due = isAgreed ? Math.max(0, row.totalPaise - row.paidPaise) : 0;
    return [
      ...[row.number, localDateOf(row.startsAt, row.timeZone), row.eventTitle],
      ...[row.spaceNames.map((name) => textIn(name, locale)).join(", "), row.guests, row.customer.name],
      ...[row.customer.phone.replace(/^\+91/, ""), statuses(row.status), row.totalPaise / PAISE, row.paidPaise / PAISE],
      ...[due / PAISE, sources(row.source), row.takenBy, localDateOf(row.createdAt, row.timeZone)],
    ];
  });
  return new Response(csvOf([header, ...body]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="bookings-${todayIn(now, timeZone)}.csv"`,
      "cache-control": "no-store",
    },
  });
});
