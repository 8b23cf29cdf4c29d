import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { type BookingFilter, settled } from "@/lib/bookings/booking-filter";
import type { ListedBooking } from "@/lib/bookings/types";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import { hrefWith } from "../read-query";
import { loadCells } from "./cells";

type Props = { rows: readonly ListedBooking[]; filter: BookingFilter; locale: Locale };

/** The bookings on a desk, a row each, sorted by the day of the event or of the booking. */
export async function BookingTable({ rows, filter, locale }: Props) {
  const [t, { day, spaces, phone, event, status, due }, sources] = await Promise.all([
    getTranslations({ locale, namespace: "admin.bookings" }),
    loadCells(locale),
    getTranslations({ locale, namespace: "admin.booking.sources" }),
  ]);
  const path = localePath(locale, "/admin/bookings");
  const sorted = (by: "date" | "taken") => {
    const { sort } = settled(filter);
    const isDown = sort === `-${by}`;
    const isUp = sort === by;
    const direction = isUp ? ("ascending" as const) : isDown ? ("descending" as const) : undefined;
    return {
      href: hrefWith(path, filter, { sort: isDown ? by : isUp ? `-${by}` : by === "date" ? by : `-${by}` }),
      direction,
    };
  };
  return (
    <div className="max-md:hidden">
      <DataTable
        caption={t("list")}
        rows={rows}
        keyOf={({ bookingId }) => bookingId}
        columns={[
          {
            key: "date",
            header: t("date"),
            sort: sorted("date"),
            cell: (row) => <span className="whitespace-nowrap">{day(row.startsAt, row.timeZone)}</span>,
          },
          {
            key: "event",
            header: t("event"),
            cell: (row) => (
              <div className="min-w-60">
                {event(row)}
                <span className="block text-[0.9375rem] text-ink-2">
                  {row.number}
                  {DOT}
                  {spaces(row)}
                </span>
              </div>
            ),
          },
          {
            key: "family",
            header: t("family"),
            cell: (row) => (
              <>
                <Link href={localePath(locale, `/admin/customers/${row.customer.id}`)} className="hover:underline">
                  {row.customer.name}
                </Link>
                <span className="block whitespace-nowrap text-[0.9375rem] text-ink-2">{phone(row)}</span>
              </>
            ),
          },
          { key: "status", header: t("status"), cell: status },
          {
            key: "total",
            header: t("total"),
            align: "end",
            cell: (row) => (
              <>
                {formatMoney(row.totalPaise, locale)}
                {due(row) ? <span className="block whitespace-nowrap">{due(row)}</span> : null}
              </>
            ),
          },
          {
            key: "taken",
            header: t("taken"),
            sort: sorted("taken"),
            cell: (row) => {
              const words = { source: sources(row.source), day: day(row.createdAt, row.timeZone) };
              return (
                <span className="text-[0.9375rem] text-ink-2">
                  {row.takenBy ? t("takenOnBy", { ...words, name: row.takenBy }) : t("takenOn", words)}
                </span>
              );
            },
          },
        ]}
      />
    </div>
  );
}
