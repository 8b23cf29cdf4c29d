import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageHeader } from "@/components/admin/page-header";
import { KeepFresh } from "@/components/booking/keep-fresh";
import { LinkButton } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { listDayFunctions } from "@/lib/bookings/day-functions";
import { listOpenClaims } from "@/lib/bookings/open-claims";
import { formatDate } from "@/lib/core/format-time";
import { hallZone } from "@/lib/core/hall-zone";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { localePath } from "@/lib/i18n/paths";
import { listOwed } from "@/lib/payments/owed";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { FirstSteps } from "./first-steps";
import { RefundsPanel } from "./refunds-panel";
import { TodayFunctions } from "./today-functions";
import { DuesPanel, HoldsPanel, MessagesPanel, RequestsPanel, SHOWN } from "./today-panels";

const DUE_WITHIN_DAYS = 7;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.today");
  return { title: t("title") };
}

export default async function TodayPage() {
  const ctx = await loadAdmin("diary.read");
  const { locale, now, tenant } = ctx;
  const today = todayIn(now, hallZone(await listVenues(tenant)));
  const [t, functions, claims, dues] = await Promise.all([
    getTranslations({ locale, namespace: "admin.today" }),
    listDayFunctions(ctx, today, addDays(today, 1)),
    listOpenClaims(ctx),
    listOwed(ctx, { when: "soon", withinDays: DUE_WITHIN_DAYS }, SHOWN),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={formatDate(today, locale)}
        actions={<LinkButton href={localePath(locale, "/admin/new")}>{t("newBooking")}</LinkButton>}
      />
      <KeepFresh everySeconds={15} forMinutes={480} />
      <FirstSteps ctx={ctx} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-5">
          <TodayFunctions functions={functions} today={today} locale={locale} />
          <DuesPanel dues={dues} today={today} locale={locale} />
          <Suspense>
            <RefundsPanel ctx={ctx} />
          </Suspense>
        </div>
        <div className="grid gap-5">
          <RequestsPanel claims={claims} locale={locale} now={now} />
          <HoldsPanel claims={claims} locale={locale} now={now} />
          <Suspense fallback={<Skeleton label={t("loading")} />}>
            <MessagesPanel ctx={ctx} />
          </Suspense>
        </div>
      </div>
    </>
  );
}
