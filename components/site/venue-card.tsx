import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Illustration } from "@/components/art/illustration";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import type { Venue } from "@/lib/venues/types";

type Props = { venue: Venue; locale: Locale; children: ReactNode };

export async function VenueCard({ venue, locale, children }: Props) {
  const t = await getTranslations("home");
  const capacities = venue.spaces.map((space) => space.capacity);
  const min = formatNumber(Math.min(...capacities), locale);
  const max = formatNumber(Math.max(...capacities), locale);
  const prices = venue.spaces.map((space) => space.fromPricePaise).filter((price) => price !== null);
  return (
    <Card padded={false} className="grid overflow-hidden md:grid-cols-[minmax(0,26rem)_1fr]">
      <div className="aspect-video md:aspect-auto md:min-h-80">
        <Illustration name={venue.illustration} />
      </div>
      <div className="flex flex-col gap-4 p-4 md:p-6">
        <div>
          <h3 className="text-2xl">{textIn(venue.name, locale)}</h3>
          <p className="text-ink-2">{textIn(venue.address, locale)}</p>
          <p className="mt-1 font-semibold">
            {min === max ? t("guestsUpTo", { max }) : t("guests", { min, max })}
            {prices.length > 0 ? `${DOT}${t("fromPrice", { price: formatMoney(Math.min(...prices), locale) })}` : ""}
          </p>
        </div>
        {children}
        <LinkButton href={localePath(locale, `/venues/${venue.slug}`)} size="lg" className="mt-auto md:self-start">
          {t("open")}
        </LinkButton>
      </div>
    </Card>
  );
}
