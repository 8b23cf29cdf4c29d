import Link from "next/link";
import type { BookingStatus } from "@/lib/core/booking-state";
import { formatDay } from "@/lib/core/format-time";
import { type Locale, type LocalText, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import { shownStatus } from "./status";
import { StatusTag } from "./status-tag";

type Props = {
  locale: Locale;
  now: Date;
  booking: {
    id: string;
    number: string;
    status: BookingStatus;
    holdExpiresAt: Date | null;
    eventTitle: string;
    startsAt: Date;
    totalPaise: number;
    venueName: LocalText;
    timeZone: string;
  };
};

/** One booking in a list: what, when, where it stands. The whole card leads to it. */
export function BookingRow({ locale, now, booking }: Props) {
  return (
    <Link
      href={localePath(locale, `/bookings/${booking.id}`)}
      className="grid gap-1 rounded-card border border-rule bg-card p-4 text-ink no-underline hover:border-rule-2 hover:bg-paper-2"
    >
      <span className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-[0.9375rem] text-ink-2">{booking.number}</span>
        <StatusTag status={shownStatus(booking, now)} locale={locale} />
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
    </Link>
  );
}
