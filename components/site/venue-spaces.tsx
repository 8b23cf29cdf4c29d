import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Illustration } from "@/components/art/illustration";
import { formatCalendarQuery } from "@/components/calendar/calendar-query";
import { Card } from "@/components/ui/card";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import type { Venue } from "@/lib/venues/types";

export async function VenueSpaces({ venue, locale }: { venue: Venue; locale: Locale }) {
  const t = await getTranslations("venue");
  const path = localePath(locale, `/venues/${venue.slug}`);
  return (
    <section className="wrap pt-14" aria-labelledby="spaces">
      <h2 id="spaces" className="text-2xl">
        {t("spaces")}
      </h2>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {venue.spaces.map((space) => (
          <li key={space.id}>
            <Card padded={false} className="flex h-full flex-col overflow-hidden">
              <div className="aspect-video border-b border-rule">
                <Illustration name={space.illustration} />
              </div>
              <div className="flex flex-1 flex-col p-4">
                <h3 className="text-xl">{textIn(space.name, locale)}</h3>
                <p className="font-semibold">{t("upTo", { guests: formatNumber(space.capacity, locale) })}</p>
                <p className="mt-1 flex-1 text-[0.9375rem] text-ink-2">{textIn(space.about, locale)}</p>
                <p className="mt-3 flex flex-wrap items-center justify-between gap-x-3">
                  <span className="font-semibold">
                    {space.fromPricePaise === null
                      ? null
                      : t("from", { price: formatMoney(space.fromPricePaise, locale) })}
                  </span>
                  <Link
                    href={`${path}${formatCalendarQuery({ spaceId: space.id })}#dates`}
                    prefetch={false}
                    className="text-link inline-flex min-h-11 items-center"
                    aria-label={`${t("seeDates")}: ${textIn(space.name, locale)}`}
                  >
                    {t("seeDates")}
                  </Link>
                </p>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
