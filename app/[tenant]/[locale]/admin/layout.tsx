import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { NAV, type NavItem, type NavKey } from "@/components/admin/nav";
import { AdminShell } from "@/components/admin/shell";
import { ProblemWordsProvider } from "@/components/site/problem";
import { listOpenClaims } from "@/lib/bookings/open-claims";
import { textIn } from "@/lib/core/locale";
import { mayDo } from "@/lib/core/permissions";
import { formatPhone } from "@/lib/core/phone";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";
import { loadCtx } from "@/lib/web/ctx";
import { loadSite, type SiteParams } from "@/lib/web/load-site";
import { personCtx } from "@/lib/web/visit";
import { isRequest } from "./requests/is-request";

export const metadata: Metadata = { robots: { index: false } };

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
      {page}
    </AdminShell>
  );
}
