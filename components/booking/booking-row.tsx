import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { BookingStatus } from "@/lib/core/booking-state";
import { formatDay } from "@/lib/core/format-time";
import { type Locale, type LocalText, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import { shownStatus } from "./status";
import { StatusTag } from "./status-tag";
import { momentOf } from "./when";

type Props = {
  locale: Locale;
  now: Date;
  booking: {
    id: string;
    number: string;
    status: BookingStatus;
    holdExpiresAt: Date | null;
    isOption: boolean;
    eventTitle: string;
    startsAt: Date;
    totalPaise: number;
    venueName: LocalText;
    timeZone: string;
  };
};

/** One booking in a list: what, when, where it stands. The whole card leads to it. */
export function BookingRow({ locale, now, booking }: Props) {
  const status = shownStatus(booking, now);
  const until = booking.isOption && status === "pending" ? booking.holdExpiresAt : null;
  return (
    <Link
      href={localePath(locale, `/bookings/${booking.id}`)}
      className="grid grid-cols-1 gap-1 rounded-card border border-rule bg-card p-4 text-ink no-underline hover:border-rule-2 hover:bg-paper-2"
    >
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-[0.9375rem] text-ink-2">{booking.number}</span>
        <StatusTag status={status} locale={locale} isOption={booking.isOption} />
      </span>
      <span className="font-serif text-xl leading-snug">{booking.eventTitle}</span>
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-ink-2">
          {formatDay(booking.startsAt, locale, booking.timeZone)}
          {DOT}
          {textIn(booking.venueName, locale)}
        </span>
        <b>{formatMoney(booking.totalPaise, locale)}</b>
      </span>
      {until ? <KeptUntil {...{ until, locale, now }} timeZone={booking.timeZone} /> : null}
    </Link>
  );
}

type Kept = { until: Date; locale: Locale; now: Date; timeZone: string };

async function KeptUntil({ until, locale, now, timeZone }: Kept) {
  const [t, calendar] = await Promise.all([
    getTranslations({ locale, namespace: "bookings.next" }),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  return <span>{t("optionRow", { until: momentOf(until, now, { t: calendar, locale, timeZone }) })}</span>;
}
