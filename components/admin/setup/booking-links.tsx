import Link from "next/link";
import type { Locale } from "@/lib/core/locale";
import type { TouchedBooking } from "@/lib/core/setup-effects";
import { dayWords } from "@/lib/i18n/day-words";
import { localePath } from "@/lib/i18n/paths";

/** The bookings that a change comes near, each a click away; in a new tab, so that what was typed stays. */
export function BookingLinks({ bookings, locale }: { bookings: readonly TouchedBooking[]; locale: Locale }) {
  if (bookings.length === 0) return null;
  return (
    <ul className="grid max-h-60 gap-1 overflow-auto">
      {bookings.map(({ bookingId, number, eventTitle, startsAt }) => (
        <li key={bookingId}>
          <Link
            href={localePath(locale, `/admin/bookings/${bookingId}`)}
            target="_blank"
            className="flex min-h-11 flex-wrap items-center gap-x-3 border-rule border-b hover:bg-paper-2"
          >
            <b className="underline underline-offset-4">{number}</b>
            <span>{dayWords(startsAt.slice(0, 10), locale)}</span>
            <span className="text-ink-2">{eventTitle}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
