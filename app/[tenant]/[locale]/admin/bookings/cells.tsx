import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { StatusTag } from "@/components/booking/status-tag";
import type { ListedBooking } from "@/lib/bookings/types";
import { isFirm } from "@/lib/core/booking-status";
import { formatDay } from "@/lib/core/format-time";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";

/** What is said of a booking, in the table and on the cards alike. */
export async function loadCells(locale: Locale) {
  const t = await getTranslations({ locale, namespace: "admin.bookings" });
  return {
    day: (at: Date, timeZone: string) => formatDay(at, locale, timeZone, "long"),
    spaces: ({ spaceNames }: ListedBooking) => spaceNames.map((name) => textIn(name, locale)).join(", "),
    phone: ({ customer }: ListedBooking) => digits(formatPhone(customer.phone), locale),
    event: (row: ListedBooking) => (
      <Link href={localePath(locale, `/admin/bookings/${row.bookingId}`)} className="text-link font-semibold">
        {row.eventTitle}
      </Link>
    ),
    status: (row: ListedBooking) => <StatusTag status={row.status} locale={locale} isOption={row.isOption} forHall />,
    /** Null where nothing is owed, as once it is over without having taken place. */
    due: ({ status, totalPaise, paidPaise }: ListedBooking) => {
      const duePaise = isFirm(status) ? Math.max(0, totalPaise - paidPaise) : 0;
      return duePaise > 0 ? <b className="text-brand">{t("owed", { amount: formatMoney(duePaise, locale) })}</b> : null;
    },
  };
}
