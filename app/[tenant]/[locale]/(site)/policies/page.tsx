import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Toran } from "@/components/art/toran";
import { VenuePolicies } from "@/components/site/venue-policies";
import { textIn } from "@/lib/core/locale";
import { alternatesOf } from "@/lib/i18n/paths";
import { listVenues } from "@/lib/venues/queries";
import { loadSite, type SiteParams } from "@/lib/web/load-site";

type Props = { params: SiteParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await loadSite(params);
  const t = await getTranslations("policies");
  return { title: t("title"), description: t("lead"), alternates: alternatesOf(locale, "/policies") };
}

export default async function PoliciesPage({ params }: Props) {
  const { tenant, locale } = await loadSite(params);
  const [t, venues] = await Promise.all([getTranslations("policies"), listVenues(tenant)]);
  return (
    <>
      <Toran />
      <div className="wrap max-w-3xl pt-8">
        <h1 className="text-[2rem] md:text-[2.5rem]">{t("title")}</h1>
        <p className="mt-1 text-lg text-ink-2">{t("lead")}</p>
        {venues.map((venue) => (
          <VenuePolicies key={venue.id} venue={venue} locale={locale} />
        ))}
        <section className="pt-10">
          <h2 className="border-b border-rule-2 pb-2 text-xl">{t("privacy")}</h2>
          <p className="py-3 whitespace-pre-line">{textIn(tenant.privacy, locale)}</p>
        </section>
      </div>
    </>
  );
}
