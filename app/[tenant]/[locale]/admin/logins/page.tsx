import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignOutButton } from "@/components/account/sign-out-button";
import { deviceName } from "@/components/admin/device-name";
import { EndSession } from "@/components/admin/end-session";
import { PageHeader } from "@/components/admin/page-header";
import { momentOf } from "@/components/booking/when";
import { ThemeSwitch } from "@/components/site/theme-switch";
import { Tag } from "@/components/ui/tag";
import { hallZone } from "@/lib/core/hall-zone";
import { formatPhone } from "@/lib/core/phone";
import { loadMessages } from "@/lib/i18n/load-messages";
import { DOT, digits } from "@/lib/i18n/plain-text";
import { listOwnSessions } from "@/lib/people/own-sessions";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.logins");
  return { title: t("title") };
}

export default async function LoginsPage() {
  const ctx = await loadAdmin();
  const { locale, now, person, actor } = ctx;
  const [t, calendar, { admin, account, site }, sessions, venues] = await Promise.all([
    getTranslations({ locale, namespace: "admin.logins" }),
    getTranslations({ locale, namespace: "calendar" }),
    loadMessages(locale),
    listOwnSessions(ctx),
    listVenues(ctx.tenant),
  ]);
  const words = { ended: t("ended"), offline: admin.offline };
  const clock = { t: calendar, locale, timeZone: hallZone(venues) };
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={sessions.length > 1 ? <EndSession label={t("endAll")} words={words} /> : null}
      />
      <ul>
        {sessions.map(({ id, userAgent, createdAt }) => (
          <li
            key={id}
            className="flex min-h-16 flex-wrap items-center justify-between gap-3 border-rule border-t py-2.5"
          >
            <div>
              <p className="font-semibold">{deviceName(userAgent) ?? t("unknown")}</p>
              <p className="text-[0.9375rem] text-ink-2">{t("since", { time: momentOf(createdAt, now, clock) })}</p>
            </div>
            {id === ctx.sessionId ? (
              <Tag tone="good">{t("this")}</Tag>
            ) : (
              <EndSession sessionId={id} label={t("end")} words={words} />
            )}
          </li>
        ))}
      </ul>
      <div className="mt-8 grid gap-3 border-rule border-t pt-4">
        <p>
          <b>{person.name}</b>
          {DOT}
          {admin.roles[actor.role]}
          {DOT}
          {digits(formatPhone(person.phone), locale)}
        </p>
        <ThemeSwitch label={site.theme.label} words={site.theme} />
        <div>
          <SignOutButton label={account.signOut} />
        </div>
      </div>
    </div>
  );
}
