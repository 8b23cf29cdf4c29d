import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/site/footer";
import { SiteHeader } from "@/components/site/header";
import { ProblemWordsProvider } from "@/components/site/problem";
import { textIn } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { listVenues } from "@/lib/venues/queries";
import { loadSite, type SiteParams } from "@/lib/web/load-site";

export default async function SiteLayout({ children, params }: { children: ReactNode; params: SiteParams }) {
  const { tenant, locale, now } = await loadSite(params);
  const [venues, sent, t] = await Promise.all([listVenues(tenant), headers(), getTranslations("site")]);
  const problem = {
    title: t("error.title"),
    text: t("error.text"),
    retry: t("error.retry"),
    reference: String(t.raw("error.reference")),
  };
  const places = venues.map((venue) => ({ name: textIn(venue.name, locale), address: textIn(venue.address, locale) }));
  const path = sent.get("x-mandap-path") ?? localePath(locale, "/");
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader name={textIn(tenant.name, locale)} locale={locale} path={path} />
      <main id="content" className="flex-1">
        <ProblemWordsProvider words={problem}>{children}</ProblemWordsProvider>
      </main>
      <SiteFooter tenant={tenant} locale={locale} year={now.getUTCFullYear()} places={places} />
    </div>
  );
}
