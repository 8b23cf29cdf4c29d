import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { KeepOffline } from "@/components/admin/keep-offline";
import { NAV, type NavItem, type NavKey } from "@/components/admin/nav";
import { OfflineBar } from "@/components/admin/offline-bar";
import { AdminShell } from "@/components/admin/shell";
import { timeOf } from "@/components/booking/when";
import { ProblemWordsProvider } from "@/components/site/problem";
import { listOpenClaims } from "@/lib/bookings/open-claims";
import { formatDay } from "@/lib/core/format-time";
import { hallZone } from "@/lib/core/hall-zone";
import { type Locale, textIn } from "@/lib/core/locale";
import { mayDo } from "@/lib/core/permissions";
import { formatPhone } from "@/lib/core/phone";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { digits, fill } from "@/lib/i18n/plain-text";
import { listVenues } from "@/lib/venues/queries";
import { loadCtx } from "@/lib/web/ctx";
import { loadSite, type SiteParams } from "@/lib/web/load-site";
import { personCtx, type Visit } from "@/lib/web/visit";
import { isRequest } from "./requests/is-request";

/** The dashboard alone can be installed: a family's calendar is never to be an old one. */
export async function generateMetadata({ params }: { params: SiteParams }): Promise<Metadata> {
  const { tenant, locale } = await loadSite(params);
  return {
    robots: { index: false },
    manifest: `/manifest.webmanifest?lang=${locale}`,
    appleWebApp: { capable: true, title: textIn(tenant.name, locale) },
    icons: { icon: "/icon.svg", apple: "/icon-192.png" },
  };
}

/** The frame around each room. It lets nobody in: each page asks for that itself, since a frame is not rendered anew with each click. */
export default async function AdminLayout({ children, params }: { children: ReactNode; params: SiteParams }) {
  const { tenant, locale } = await loadSite(params);
  const [visit, words, sent] = await Promise.all([loadCtx(), loadMessages(locale), headers()]);
  const { error } = words.site;
  const page = <ProblemWordsProvider words={error}>{children}</ProblemWordsProvider>;
  const { actor, person } = visit;
  if (actor?.kind !== "staff" || !person) return <main id="content">{page}</main>;

  const waiting = (await listOpenClaims(personCtx(visit))).filter(isRequest).length;
  const badges: Partial<Record<NavKey, string>> = waiting > 0 ? { requests: digits(waiting, locale) } : {};
  const asOf = await momentHere(visit, locale);
  const items = NAV.filter(({ permission }) => mayDo(actor, permission)).map(
    (entry): NavItem => ({
      key: entry.key,
      href: localePath(locale, `/admin${entry.path}`),
      label: words.admin.nav[entry.key],
      letter: "letter" in entry ? entry.letter : null,
      badge: badges[entry.key] ?? null,
    }),
  );
  return (
    <AdminShell
      hall={textIn(tenant.name, locale)}
      locale={locale}
      path={sent.get("x-mandap-path") ?? localePath(locale, "/admin")}
      items={items}
      person={{ name: person.name ?? formatPhone(person.phone), role: actor.role }}
      words={words}
    >
      <OfflineBar text={fill(words.admin.offlineBar, { moment: asOf })} />
      {page}
      <KeepOffline
        session={visit.session?.sessionId ?? ""}
        today={localePath(locale, "/admin")}
        diary={localePath(locale, "/admin/diary")}
      />
    </AdminShell>
  );
}

/** Day and time on the hall's own clock: the page may be read much later. */
async function momentHere({ tenant, now }: Visit, locale: Locale): Promise<string> {
  const timeZone = hallZone(await listVenues(tenant));
  const t = await getTranslations({ locale, namespace: "calendar" });
  return `${formatDay(now, locale, timeZone, "short")}, ${timeOf(now, { t, locale, timeZone })}`;
}
