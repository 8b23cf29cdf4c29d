import { Notice } from "@/components/ui/notice";
import { isLocale, type Locale, textIn } from "@/lib/core/locale";
import type { TouchedBooking } from "@/lib/core/setup-effects";
import { dayWords } from "@/lib/i18n/day-words";
import { fill } from "@/lib/i18n/plain-text";
import { BookingLinks } from "./booking-links";
import type { SetupWords } from "./sections";

type Props = { message: string; details: Record<string, unknown>; words: SetupWords; locale: Locale };

/** Why a change is refused, and by what: the bookings, closures or spaces in its way. */
export function Trouble({ message, details, words, locale }: Props) {
  const { bookings, closures, spaces } = details;
  return (
    <Notice live tone="problem" title={message}>
      {Array.isArray(bookings) ? <BookingLinks bookings={bookings.filter(isBooking)} locale={locale} /> : null}
      {Array.isArray(closures)
        ? closures
            .filter(isClosure)
            .map(({ reason, startsAt }) => (
              <p key={startsAt}>
                {fill(words.alreadyClosed, { date: dayWords(startsAt.slice(0, 10), locale), reason })}
              </p>
            ))
        : null}
      {Array.isArray(spaces) ? (
        <p>
          {spaces
            .filter(isText)
            .map((name) => textIn(name, locale))
            .join(", ")}
        </p>
      ) : null}
    </Notice>
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function isBooking(value: unknown): value is TouchedBooking {
  return (
    isRecord(value) && ["bookingId", "number", "eventTitle", "startsAt"].every((key) => typeof value[key] === "string")
  );
}

function isClosure(value: unknown): value is { reason: string; startsAt: string } {
  return isRecord(value) && typeof value.reason === "string" && typeof value.startsAt === "string";
}

function isText(value: unknown): value is { en: string } {
  return isRecord(value) && typeof value.en === "string" && Object.keys(value).every(isLocale);
}
