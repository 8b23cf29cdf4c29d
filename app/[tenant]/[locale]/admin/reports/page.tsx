import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PageHeader } from "@/components/admin/page-header";
import { PeriodForm } from "@/components/admin/reports/period-form";
import { PrintButton } from "@/components/booking/print-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { formatMonth } from "@/lib/core/format-time";
import { todayIn } from "@/lib/core/period";
import { readPeriod } from "@/lib/core/report-period";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { fill } from "@/lib/i18n/plain-text";
import { reportQuery } from "@/lib/reports/input";
import { listVenues } from "@/lib/venues/queries";
import { loadAdmin } from "@/lib/web/load-admin";
import { ReportBody } from "./report-body";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.reports");
  return { title: t("title") };
}

export default async function ReportsPage({ searchParams }: Props) {
  const ctx = await loadAdmin("report.read");
  const { locale, tenant, now } = ctx;
  const query = reportQuery.parse(await searchParams);
  const [{ admin }, venues] = await Promise.all([loadMessages(locale), listVenues(tenant)]);
  const words = admin.reports;
  const venue = venues.find(({ slug }) => slug === query.venue) ?? venues[0];
  if (!venue) return <EmptyState title={words.empty} />;

  const today = todayIn(now, venue.settings.timeZone);
  const period = readPeriod(query.from, query.to, today);
  const [from, to] = [formatMonth(period.from, locale), formatMonth(period.to, locale)];
  const lead = from === to ? fill(words.leadMonth, { from }) : fill(words.lead, { from, to });
  return (
    <>
      <PageHeader title={words.title} lead={lead} actions={<PrintButton label={words.print} />} />
      <div className="grid gap-5">
        <PeriodForm
          {...{ venues, period, today, words, locale }}
          here={localePath(locale, "/admin/reports")}
          venue={venue.slug}
        />
        <Suspense key={`${venue.slug}${period.from}${period.to}`} fallback={<Skeleton label={words.title} />}>
          <ReportBody ctx={ctx} query={{ venue: venue.slug, ...period }} />
        </Suspense>
      </div>
    </>
  );
}
