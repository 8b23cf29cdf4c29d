import type { useTranslations } from "next-intl";
import { type Locale, textIn } from "@/lib/core/locale";
import type { Venue } from "@/lib/venues/types";
import { sessionTimes } from "./slot-times";
import type { CalendarVenue } from "./types";

/** What the calendar needs of a venue, in one language. */
export function calendarVenue(
  venue: Venue,
  locale: Locale,
  t: ReturnType<typeof useTranslations<"calendar">>,
): CalendarVenue {
  return {
    id: venue.id,
    slug: venue.slug,
    advance: venue.paymentTerms.advance,
    spaces: venue.spaces.map(({ id, name, capacity }) => ({ id, name: textIn(name, locale), capacity })),
    slots: venue.slots.map(({ id, name, startTime, lengthMinutes, spaceIds }) => ({
      id,
      name: textIn(name, locale),
      times: sessionTimes(t, startTime, lengthMinutes, locale),
      spaceIds,
    })),
  };
}
