import { getTranslations } from "next-intl/server";
import { formatCalendarQuery } from "@/components/calendar/calendar-query";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { readAvailability } from "@/lib/availability/read-availability";
import { filterDays, summarizeDay } from "@/lib/core/availability-filter";
import { formatDate } from "@/lib/core/format-time";
import type { LocalDate } from "@/lib/core/local-date";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import type { Tenant } from "@/lib/tenants/types";
import type { Venue } from "@/lib/venues/types";

type Props = { tenant: Tenant; venues: Venue[]; locale: Locale; now: Date; date: LocalDate; guests: number | null };

/** What each hall has on the day that was asked for. */
export async function SearchResult({ tenant, venues, locale, now, date, guests }: Props) {
  const t = await getTranslations("home");
  const found = await Promise.all(venues.map((venue) => onDay(tenant, venue, date, guests, now)));
  return (
    <section className="mt-6 grid grid-cols-1 gap-3" aria-labelledby="result">
      <h2 id="result" className="text-xl">
        {formatDate(date, locale, "full")}
      </h2>
      {found.map(({ venue, free, lowest }) => (
        <Card
          key={venue.id}
          tone={free > 0 ? "auspicious" : "plain"}
          className="grid items-center gap-3 sm:grid-cols-[1fr_auto]"
        >
          <p>
            <b>{textIn(venue.name, locale)}</b>
            <br />
            {free > 0 && lowest !== null
              ? `${t("result.free", { count: free, n: formatNumber(free, locale) })}${DOT}${t("fromPrice", { price: formatMoney(lowest, locale) })}`
              : t("result.none")}
          </p>
          <LinkButton
            tone={free > 0 ? "primary" : "secondary"}
            href={`${localePath(locale, `/venues/${venue.slug}`)}${formatCalendarQuery({ month: date.slice(0, 7), date, guests })}#day`}
          >
            {free > 0 ? t("result.see") : t("result.near")}
          </LinkButton>
        </Card>
      ))}
    </section>
  );
}

async function onDay(tenant: Tenant, venue: Venue, date: LocalDate, guests: number | null, now: Date) {
  const read = await readAvailability(tenant, venue, { from: date, to: date }, now);
  const [day] = filterDays(read.days, { guests: guests ?? undefined }, venue.spaces);
  const summary = day ? summarizeDay(day) : null;
  return { venue, free: summary?.freeCount ?? 0, lowest: summary?.lowestPricePaise ?? null };
}
