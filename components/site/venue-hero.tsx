import { getTranslations } from "next-intl/server";
import { Illustration } from "@/components/art/illustration";
import { Toran } from "@/components/art/toran";
import { LinkButton } from "@/components/ui/button";
import { type Locale, textIn } from "@/lib/core/locale";
import type { Venue } from "@/lib/venues/types";
import { mapLink, whatsappLink } from "./contact";

export async function VenueHero({ venue, locale }: { venue: Venue; locale: Locale }) {
  const t = await getTranslations("venue");
  const site = await getTranslations("site");
  const name = textIn(venue.name, locale);
  return (
    <div className="relative border-b border-rule bg-paper-2">
      <div className="mx-auto grid max-w-[72rem] md:grid-cols-[1fr_minmax(0,30rem)] md:items-end">
        <div className="h-44 overflow-hidden sm:h-60 md:order-2 md:mt-12 md:mr-8 md:h-72 md:rounded-t-[14rem] md:border md:border-b-0 md:border-rule-2">
          <Illustration name={venue.illustration} />
        </div>
        <div className="bg-paper px-4 pt-5 pb-5 md:h-full md:content-center md:bg-transparent md:px-8">
          <h1 className="text-[1.9375rem] md:text-[2.5rem]">{name}</h1>
          <p className="mt-1 text-ink-2">{textIn(venue.address, locale)}</p>
          {/* One row on a phone, so that a wider font never wraps it and moves the calendar. */}
          <div className="mt-4 flex gap-2 *:min-w-0 *:flex-auto *:px-2 *:wrap-anywhere sm:flex-wrap sm:*:flex-none sm:*:px-4">
            <LinkButton tone="secondary" href={`tel:${venue.phone}`}>
              {site("call")}
            </LinkButton>
            {venue.whatsapp ? (
              <LinkButton tone="secondary" href={whatsappLink(venue.whatsapp, site("whatsappText", { name }))}>
                {site("whatsapp")}
              </LinkButton>
            ) : null}
            <LinkButton tone="secondary" href={mapLink(venue.latitude, venue.longitude)} rel="noopener">
              {t("map")}
            </LinkButton>
          </div>
        </div>
      </div>
      <div className="pointer-events-none absolute inset-x-0 top-0">
        <Toran />
      </div>
    </div>
  );
}
