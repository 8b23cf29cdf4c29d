import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { type CalendarQuery, shiftMonth } from "@/components/calendar/calendar-query";
import { calendarVenue } from "@/components/calendar/calendar-venue";
import { cellsOf } from "@/components/calendar/cells";
import { CalendarFilters } from "@/components/calendar/filters";
import { LiveCalendar } from "@/components/calendar/live-calendar";
import { toCalendarDay } from "@/components/calendar/to-calendar-day";
import { calendarWords } from "@/components/calendar/words";
import { readAvailability } from "@/lib/availability/read-availability";
import { addDays, addMonths } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { formatNumber } from "@/lib/core/money";
import { todayIn } from "@/lib/core/period";
import { localePath } from "@/lib/i18n/paths";
import type { Tenant } from "@/lib/tenants/types";
import type { Venue } from "@/lib/venues/types";
import { NextFree } from "./next-free";

type Props = { tenant: Tenant; venue: Venue; locale: Locale; query: CalendarQuery; now: Date };

const GUESTS = [100, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000];

/** The months asked for, as they are now, and the island that keeps them so. */
export async function CalendarSection({ tenant, venue, locale, query, now }: Props) {
  const today = todayIn(now, venue.settings.timeZone);
  const last = addMonths(today, venue.settings.horizonMonths);
  const month = clamp(query.month ?? today.slice(0, 7), today.slice(0, 7), last.slice(0, 7));
  const months = [month, shiftMonth(month, 1)].filter((each) => each <= last.slice(0, 7));
  const until = addDays(`${shiftMonth(months.at(-1) ?? month, 1)}-01`, -1);

  // Browsers say so by themselves. Who does not gets both months, and sees the second where there is room.
  const phone = (await headers()).get("sec-ch-ua-mobile") === "?1";

  const t = await getTranslations("calendar");
  const read = await readAvailability(tenant, venue, { from: `${month}-01`, to: until }, now);
  const day = read.days.find((each) => each.date === query.date);
  const shown = calendarVenue(venue, locale, t);
  const filter = { spaceId: query.spaceId, slotId: query.slotId, guests: query.guests };
  const path = localePath(locale, `/venues/${venue.slug}`);
  const most = Math.max(...shown.spaces.map((space) => space.capacity));
  const choices = [...new Set([...GUESTS.filter((guests) => guests <= most), ...(query.guests ? [query.guests] : [])])];

  return (
    <>
      <CalendarFilters
        action={path}
        venue={shown}
        filter={filter}
        month={month}
        guestChoices={choices
          .toSorted((a, b) => a - b)
          .map((value) => ({ value, label: t("filter.guestCount", { guests: formatNumber(value, locale) }) }))}
        words={{
          title: t("filter.title"),
          space: t("filter.space"),
          anySpace: t("filter.anySpace"),
          slot: t("filter.slot"),
          anySlot: t("filter.anySlot"),
          guests: t("filter.guests"),
          anyGuests: t("filter.anyGuests"),
          show: t("filter.show"),
        }}
      />
      <LiveCalendar
        venue={shown}
        words={calendarWords(t, locale)}
        path={path}
        bookPath={localePath(locale, "/book")}
        filter={filter}
        months={months}
        phone={phone}
        first={today}
        last={last}
        today={today}
        cells={cellsOf(read.days, filter, shown.spaces)}
        day={day ? toCalendarDay(day) : null}
        etag={read.etag}
        now={now.getTime()}
      >
        <Suspense fallback={<div className="h-36 sm:h-20" />}>
          <NextFree tenant={tenant} venue={venue} locale={locale} query={query} now={now} />
        </Suspense>
      </LiveCalendar>
    </>
  );
}

function clamp(month: string, first: string, last: string): string {
  return month < first ? first : month > last ? last : month;
}
