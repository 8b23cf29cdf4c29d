import { getTranslations } from "next-intl/server";
import type { ListedBooking } from "@/lib/bookings/types";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { DOT } from "@/lib/i18n/plain-text";
import { loadCells } from "./cells";

type Props = { rows: readonly ListedBooking[]; locale: Locale };

/** The bookings on a phone, a card each. */
export async function BookingCards({ rows, locale }: Props) {
  const [t, { day, spaces, phone, event, status, due }] = await Promise.all([
    getTranslations({ locale, namespace: "admin.bookings" }),
    loadCells(locale),
  ]);
  return (
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
  );
}
