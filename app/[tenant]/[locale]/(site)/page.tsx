import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Toran } from "@/components/art/toran";
import { parseCalendarQuery, type RawQuery } from "@/components/calendar/calendar-query";
import { DateSearch } from "@/components/site/date-search";
import { HowItWorks } from "@/components/site/how-it-works";
import { VenueCard } from "@/components/site/venue-card";
import { EmptyState } from "@/components/ui/empty-state";
import { hallZone } from "@/lib/core/hall-zone";
import { addMonths } from "@/lib/core/local-date";
import { textIn } from "@/lib/core/locale";
import { todayIn } from "@/lib/core/period";
import { alternatesOf, localePath } from "@/lib/i18n/paths";
import { listVenues } from "@/lib/venues/queries";
import { loadSite, type SiteParams } from "@/lib/web/load-site";
import { FreeSoon } from "./free-soon";
import { SearchResult } from "./search-result";

type Props = { params: SiteParams; searchParams: Promise<RawQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, locale } = await loadSite(params);
  const t = await getTranslations("home");
  const name = textIn(tenant.name, locale);
  return { title: { absolute: name }, description: t("description", { name }), alternates: alternatesOf(locale, "/") };
}

export default async function HomePage({ params, searchParams }: Props) {
  const [{ tenant, locale, now }, raw] = await Promise.all([loadSite(params), searchParams]);
  const [t, event, venues] = await Promise.all([
    getTranslations("home"),
    getTranslations("booking.event"),
    listVenues(tenant),
  ]);
  const { date, guests } = parseCalendarQuery(raw);
  const today = todayIn(now, hallZone(venues));
  return (
    <>
      <Toran arches />
      <div className="wrap pt-7">
        <h1 className="text-[2rem] md:text-[2.75rem]">{t("title")}</h1>
        <p className="mt-1 text-lg text-ink-2">{t("lead")}</p>
        <DateSearch
          action={localePath(locale, "/")}
          date={date}
          guests={guests}
          first={today}
          locale={locale}
          last={addMonths(today, venues[0]?.settings.horizonMonths ?? 24)}
          words={{
            label: t("search.label"),
            date: t("search.date"),
            guests: t("search.guests"),
            wrong: event("guestsWrong"),
            submit: t("search.submit"),
          }}
        />
        {/* Neither this nor the dates below are streamed behind a fallback: nothing moves, and it works without a script. */}
        {date ? <SearchResult {...{ tenant, venues, locale, now, date, guests }} /> : null}
      </div>
      <section className="wrap pt-12" aria-labelledby="venues">
        <h2 id="venues" className="text-2xl">
          {t("venues")}
        </h2>
        {venues.length === 0 ? <EmptyState title={t("noVenues")}>{t("noVenuesText")}</EmptyState> : null}
        <ul className="mt-4 grid grid-cols-1 gap-6">
          {venues.map((venue) => (
            <li key={venue.id}>
              <VenueCard venue={venue} locale={locale}>
                <FreeSoon {...{ tenant, venue, locale, now }} />
              </VenueCard>
            </li>
          ))}
        </ul>
      </section>
      <HowItWorks locale={locale} />
    </>
  );
}
