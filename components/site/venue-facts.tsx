import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Divider } from "@/components/art/divider";
import { type Locale, type LocalText, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";
import type { Venue } from "@/lib/venues/types";

type Props = { venue: Venue; locale: Locale };

/**
 * Laid out when it is nearly in sight, not before the first screen and again with each font. The heights stand for it until
 * then: rather too much than too little, so that going back finds its place.
 */
const FAR_DOWN =
  "[content-visibility:auto] [contain-intrinsic-block-size:auto_110rem] md:[contain-intrinsic-block-size:auto_60rem] lg:[contain-intrinsic-block-size:auto_48rem]";

export async function VenueFacts({ venue, locale }: Props) {
  const t = await getTranslations("venue");
  return (
    <div className={`wrap pt-14 ${FAR_DOWN}`}>
      <Divider className="mx-auto mb-8" />
      <p className="mx-auto max-w-[44rem] text-center font-serif text-xl text-pretty">{textIn(venue.about, locale)}</p>
      <div className="mt-10 grid gap-x-12 gap-y-10 md:grid-cols-2 lg:grid-cols-3">
        <Facts title={t("included")} items={venue.included} locale={locale} />
        <Facts title={t("amenities")} items={venue.amenities} locale={locale} />
        <Facts title={t("rules")} items={venue.houseRules} locale={locale} />
        <Extras venue={venue} locale={locale} />
        <Money venue={venue} locale={locale} />
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="border-b border-rule-2 pb-2 text-xl">{title}</h2>
      {children}
    </section>
  );
}

function Facts({ title, items, locale }: { title: string; items: LocalText[]; locale: Locale }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {items.map((item) => (
          <li key={item.en} className="flex gap-3 border-b border-rule py-2">
            <span aria-hidden="true" className="mt-[0.6em] size-1.5 shrink-0 rounded-full bg-marigold" />
            {textIn(item, locale)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

async function Extras({ venue, locale }: Props) {
  const t = await getTranslations("venue");
  if (venue.addOns.length === 0) return null;
  return (
    <Section title={t("extras")}>
      <ul>
        {venue.addOns.map(({ id, name, about, unit, unitPricePaise }) => {
          const price = formatMoney(unitPricePaise, locale);
          const written =
            unit === "guest" ? t("perGuest", { price }) : unit === "hour" ? t("perHour", { price }) : price;
          return (
            <li key={id} className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-rule py-2">
              <span>{textIn(name, locale)}</span>
              <span className="text-right font-semibold">{written}</span>
              <span className="col-span-2 text-[0.9375rem] text-ink-2">{textIn(about, locale)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

async function Money({ venue, locale }: Props) {
  const t = await getTranslations("venue");
  const { advance, balanceDueDays, depositPaise } = venue.paymentTerms;
  const amount =
    advance.kind === "percent" ? `${digits(advance.percent, locale)}%` : formatMoney(advance.paise, locale);
  return (
    <Section title={t("terms")}>
      <p className="py-2">{t("advanceShort", { amount, days: digits(balanceDueDays, locale) })}</p>
      {depositPaise > 0 ? (
        <p className="py-2">{t("depositShort", { amount: formatMoney(depositPaise, locale) })}</p>
      ) : null}
      <Link
        href={localePath(locale, "/policies")}
        prefetch={false}
        className="text-link inline-flex min-h-11 items-center"
      >
        {t("allTerms")}
      </Link>
    </Section>
  );
}
