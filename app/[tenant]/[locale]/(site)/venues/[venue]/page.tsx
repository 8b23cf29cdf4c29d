import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { parseCalendarQuery, type RawQuery } from "@/components/calendar/calendar-query";
import { VenueFacts } from "@/components/site/venue-facts";
import { VenueHero } from "@/components/site/venue-hero";
import { VenueSpaces } from "@/components/site/venue-spaces";
import { textIn } from "@/lib/core/locale";
import { alternatesOf } from "@/lib/i18n/paths";
import { findVenueBySlug } from "@/lib/venues/queries";
import { loadSite } from "@/lib/web/load-site";
import { CalendarSection } from "./calendar-section";

type Props = { params: Promise<{ tenant: string; locale: string; venue: string }>; searchParams: Promise<RawQuery> };

async function load(params: Props["params"]) {
  const [site, { venue: slug }] = await Promise.all([loadSite(params), params]);
  const venue = await findVenueBySlug(site.tenant, decodeURIComponent(slug));
  return { ...site, venue: venue ?? notFound() };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, venue, locale } = await load(params);
  const t = await getTranslations("venue");
  const name = textIn(venue.name, locale);
  return {
    title: name === textIn(tenant.name, locale) ? { absolute: name } : name,
    description: t("description", { name, address: textIn(venue.address, locale) }),
    alternates: alternatesOf(locale, `/venues/${venue.slug}`),
  };
}

export default async function VenuePage({ params, searchParams }: Props) {
  const [{ tenant, locale, now, venue }, raw] = await Promise.all([load(params), searchParams]);
  const query = parseCalendarQuery(raw);
  const t = await getTranslations("venue");
  return (
    <>
      <VenueHero venue={venue} locale={locale} />
      <section id="dates" aria-label={t("calendarTitle")} className="wrap scroll-mt-4 pt-5">
        {/* Not streamed behind a fallback: what comes late is put in place by a script, and this works without one. */}
        <CalendarSection tenant={tenant} venue={venue} locale={locale} query={query} now={now} />
      </section>
      <VenueSpaces venue={venue} locale={locale} />
      <VenueFacts venue={venue} locale={locale} />
    </>
  );
}
