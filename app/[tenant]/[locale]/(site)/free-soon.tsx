import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatCalendarQuery } from "@/components/calendar/calendar-query";
import { readAvailability } from "@/lib/availability/read-availability";
import { isFreeMuhurat, isFreeSaturday } from "@/lib/core/availability-filter";
import { formatDate } from "@/lib/core/format-time";
import { addDays, type LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { todayIn } from "@/lib/core/period";
import { localePath } from "@/lib/i18n/paths";
import type { Tenant } from "@/lib/tenants/types";
import type { Venue } from "@/lib/venues/types";

type Props = { tenant: Tenant; venue: Venue; locale: Locale; now: Date };

/** The next Saturdays and muhurat dates with room, each a way into the calendar. */
export async function FreeSoon({ tenant, venue, locale, now }: Props) {
  const t = await getTranslations("home");
  const today = todayIn(now, venue.settings.timeZone);
  const { days } = await readAvailability(tenant, venue, { from: today, to: addDays(today, 120) }, now);
  const datesOf = (fits: typeof isFreeSaturday) =>
    days
      .filter(fits)
      .slice(0, 4)
      .map((day) => day.date);
  const lists = [
    { title: t("nextMuhurat"), dates: datesOf(isFreeMuhurat), auspicious: true },
    { title: t("nextSaturdays"), dates: datesOf(isFreeSaturday), auspicious: false },
  ];
  return lists.map(({ title, dates, auspicious }) => (
    <div key={title}>
      <p className={auspicious ? "muhurat-mark font-semibold text-marigold-ink" : "font-semibold text-ink-2"}>
        {title}
      </p>
      {dates.length === 0 ? <p className="text-ink-2">{t("noneSoon")}</p> : null}
      <ul className="mt-1.5 flex flex-wrap gap-2">
        {dates.map((date) => (
          <li key={date}>
            <Link
              href={dayAddress(locale, venue, date)}
              prefetch={false}
              className={`inline-flex min-h-11 items-center rounded-card border px-3 font-semibold ${auspicious ? "border-marigold bg-marigold-soft" : "border-rule-2 bg-card hover:bg-paper-2"}`}
            >
              {formatDate(date, locale, "short")}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));
}

function dayAddress(locale: Locale, venue: Venue, date: LocalDate): string {
  const query = formatCalendarQuery({ month: date.slice(0, 7), date });
  return `${localePath(locale, `/venues/${venue.slug}`)}${query}#day`;
}
