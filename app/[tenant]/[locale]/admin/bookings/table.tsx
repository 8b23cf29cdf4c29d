import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { StatusTag } from "@/components/booking/status-tag";
import { DataTable } from "@/components/ui/data-table";
import { type BookingFilter, settled } from "@/lib/bookings/booking-filter";
import type { ListedBooking } from "@/lib/bookings/types";
import { isFirm } from "@/lib/core/booking-status";
import { formatDay } from "@/lib/core/format-time";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { DOT, digits } from "@/lib/i18n/plain-text";
import { hrefWith } from "../read-query";

type Props = { rows: readonly ListedBooking[]; filter: BookingFilter; locale: Locale };

/** What the booking still owes; nothing once it is over without having taken place. */
const dueOf = ({ status, totalPaise, paidPaise }: ListedBooking) =>
  isFirm(status) ? Math.max(0, totalPaise - paidPaise) : 0;

/** The bookings as a table on a desk, as cards on a phone. */
export async function BookingTable({ rows, filter, locale }: Props) {
  const [t, sources] = await Promise.all([
    getTranslations({ locale, namespace: "admin.bookings" }),
    getTranslations({ locale, namespace: "admin.booking.sources" }),
  ]);
  const path = localePath(locale, "/admin/bookings");
  const day = (at: Date, zone: string) => formatDay(at, locale, zone, "long");
  const spaces = ({ spaceNames }: ListedBooking) => spaceNames.map((name) => textIn(name, locale)).join(", ");
  const phone = ({ customer }: ListedBooking) => digits(formatPhone(customer.phone), locale);
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
  const event = (row: ListedBooking) => (
    <Link href={localePath(locale, `/admin/bookings/${row.bookingId}`)} className="text-link font-semibold">
      {row.eventTitle}
    </Link>
  );
  const status = (row: ListedBooking) => (
    <StatusTag status={row.status} locale={locale} isOption={row.isOption} forHall />
  );
  const due = (row: ListedBooking) =>
    dueOf(row) > 0 ? <b className="text-brand">{t("owed", { amount: formatMoney(dueOf(row), locale) })}</b> : null;
  return (
    <>
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
      <ul className="grid gap-3 md:hidden" aria-label={t("list")}>
        {rows.map((row) => (
          <li key={row.bookingId} className="grid gap-1 rounded-card border border-rule bg-card p-3">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <b>{day(row.startsAt, row.timeZone)}</b>
              {status(row)}
            </div>
            <p>{event(row)}</p>
            <p className="text-[0.9375rem] text-ink-2">
              {row.number}
              {DOT}
              {spaces(row)}
            </p>
            <div className="flex flex-wrap items-center justify-between gap-x-3">
              <a href={`tel:${row.customer.phone}`} className="text-link inline-flex min-h-11 items-center">
                {row.customer.name}
                {DOT}
                {phone(row)}
              </a>
              <span>{due(row) ?? <span className="text-ink-2">{formatMoney(row.totalPaise, locale)}</span>}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
