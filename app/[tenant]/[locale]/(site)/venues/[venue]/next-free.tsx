import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type CalendarQuery, formatCalendarQuery } from "@/components/calendar/calendar-query";
import { readAvailability } from "@/lib/availability/read-availability";
import { filterDays, isFreeMuhurat, isFreeSaturday, nextFree } from "@/lib/core/availability-filter";
import { formatDate } from "@/lib/core/format-time";
import { addDays } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { todayIn } from "@/lib/core/period";
import { localePath } from "@/lib/i18n/paths";
import type { Tenant } from "@/lib/tenants/types";
import type { Venue } from "@/lib/venues/types";

type Props = { tenant: Tenant; venue: Venue; locale: Locale; query: CalendarQuery; now: Date };

/** The two shortcuts that families ask for, under the same filters as the calendar. */
export async function NextFree({ tenant, venue, locale, query, now }: Props) {
  const t = await getTranslations("calendar");
  const today = todayIn(now, venue.settings.timeZone);
  const read = await readAvailability(tenant, venue, { from: today, to: addDays(today, 180) }, now);
  const { spaceId, slotId, guests } = query;
  const filter = { spaceId: spaceId ?? undefined, slotId: slotId ?? undefined, guests: guests ?? undefined };
  const days = filterDays(read.days, filter, venue.spaces);
  const found = [
    { label: t("next.saturday"), day: nextFree(days, isFreeSaturday) },
    { label: t("next.muhurat"), day: nextFree(days, isFreeMuhurat) },
  ];
  return (
    <ul className="flex flex-wrap gap-3 pt-4">
      {found.map(({ label, day }) =>
        day ? (
          <li key={label} className="flex-1 basis-64">
            <Link
              href={`${localePath(locale, `/venues/${venue.slug}`)}${formatCalendarQuery({ spaceId, slotId, guests, month: day.date.slice(0, 7), date: day.date })}`}
              scroll={false}
              prefetch={false}
              className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 rounded-card border border-rule-2 bg-card px-4 py-2 hover:bg-paper-2"
            >
              <span className="text-ink-2">{label}</span>
              <b>{formatDate(day.date, locale, "short")} ›</b>
            </Link>
          </li>
        ) : null,
      )}
    </ul>
  );
}
