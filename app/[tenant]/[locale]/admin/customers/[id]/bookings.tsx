import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { StatusTag } from "@/components/booking/status-tag";
import type { CustomerBooking } from "@/lib/bookings/types";
import { formatDay } from "@/lib/core/format-time";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";

/** All that somebody ever booked, what is furthest ahead first. */
export async function CustomerBookings({ bookings, locale }: { bookings: readonly CustomerBooking[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "admin.customers" });
  if (bookings.length === 0) {
    return (
      <>
        <p>{t("noBookings")}</p>
        <p className="text-ink-2">{t("noBookingsHint")}</p>
      </>
    );
  }
  return (
    <ul>
      {bookings.map((one) => (
        <li
          key={one.bookingId}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-rule border-t py-2.5"
        >
          <div className="min-w-0">
            <Link
              href={localePath(locale, `/admin/bookings/${one.bookingId}`)}
              className="text-link inline-flex min-h-11 items-center font-semibold"
            >
              {one.eventTitle}
            </Link>
            <p className="text-[0.9375rem] text-ink-2">
              {[
                one.number,
                formatDay(one.startsAt, locale, one.timeZone, "long"),
                one.spaceNames.map((name) => textIn(name, locale)).join(", "),
              ].join(DOT)}
            </p>
          </div>
          <div className="grid justify-items-end gap-1">
            <StatusTag status={one.status} locale={locale} />
            <b>{formatMoney(one.totalPaise, locale)}</b>
          </div>
        </li>
      ))}
    </ul>
  );
}
