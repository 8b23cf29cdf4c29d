import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/site/footer";
import { SiteHeader } from "@/components/site/header";
import { OfflineGuard } from "@/components/site/offline-guard";
import { ProblemWordsProvider } from "@/components/site/problem";
import { LOCALES, textIn } from "@/lib/core/locale";
import { inLocale, localePath } from "@/lib/i18n/paths";
import { listVenues } from "@/lib/venues/queries";
import { loadSite, type SiteParams } from "@/lib/web/load-site";

export default async function SiteLayout({ children, params }: { children: ReactNode; params: SiteParams }) {
  const { tenant, locale, now } = await loadSite(params);
  const path = (await headers()).get("x-mandap-path") ?? localePath(locale, "/");
  // An old link may ask for a language that the hall no longer offers.
  if (!tenant.locales.includes(locale)) redirect(inLocale(tenant.locale, path));
  const [venues, t] = await Promise.all([listVenues(tenant), getTranslations("site")]);
  const problem = {
    title: t("error.title"),
    text: t("error.text"),
    retry: t("error.retry"),
    reference: String(t.raw("error.reference")),
  };
  const places = venues.map((venue) => ({ name: textIn(venue.name, locale), address: textIn(venue.address, locale) }));
  return (
    <div className="flex min-h-dvh flex-col">
      <OfflineGuard text={t("offline")} />
      <SiteHeader
        name={textIn(tenant.name, locale)}
        logoId={tenant.logoId ?? null}
        locale={locale}
        locales={LOCALES.filter((each) => tenant.locales.includes(each))}
        path={path}
      />
      <main id="content" className="flex-1">
        <ProblemWordsProvider words={problem}>{children}</ProblemWordsProvider>
      </main>
      <SiteFooter tenant={tenant} locale={locale} year={now.getUTCFullYear()} places={places} />
    </div>
  );
}
