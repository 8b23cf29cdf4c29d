import { getTranslations } from "next-intl/server";
import { ReportPanel } from "@/components/admin/reports/report-panel";
import { tablesOf } from "@/components/admin/reports/report-tables";
import { Tiles } from "@/components/admin/reports/tiles";
import { momentOf } from "@/components/booking/when";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/lib/core/money";
import { loadMessages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import { findReport } from "@/lib/reports/find-report";
import type { ReportQuery } from "@/lib/reports/input";
import type { AdminCtx } from "@/lib/web/load-admin";

/** The figures, which take longest: the page stands before they come. */
export async function ReportBody({ ctx, query }: { ctx: AdminCtx; query: ReportQuery }) {
  const { locale, now } = ctx;
  const [report, { admin }, t, clock] = await Promise.all([
    findReport(ctx, query),
    loadMessages(locale),
    getTranslations({ locale, namespace: "admin.reports" }),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  const words = admin.reports;
  const nothing = (of: { booked: unknown[]; money: unknown[]; taken: unknown[] }) =>
    of.booked.length + of.money.length + of.taken.length === 0;
  if (!report || (nothing(report.figures) && nothing(report.lastYear))) return <EmptyState title={words.empty} />;

  const moment = momentOf(now, now, { t: clock, locale, timeZone: report.venue.settings.timeZone });
  const asked = { venue: report.venue.slug, ...report.figures.period };
  const csv = (table: string) => `/api/admin/reports?${new URLSearchParams({ ...asked, table, lang: locale })}`;
  return (
    <>
      <Tiles
        report={report}
        words={words}
        days={(days) => t("days", { days, count: formatNumber(days, locale) })}
        locale={locale}
      />
      <Legend words={words} asOf={fill(words.asOf, { moment })} />
      {tablesOf(report, words, admin.booking.sources, locale).map((table) => (
        <ReportPanel key={table.key} table={table} csvHref={csv(table.key)} words={words} locale={locale} />
      ))}
    </>
  );
}

function Legend({ words, asOf }: { words: { thisPeriod: string; yearBefore: string }; asOf: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-1 text-[0.9375rem] text-ink-2">
      <span className="flex items-center gap-2">
        <span aria-hidden="true" className="size-3.5 bg-brand" />
        {words.thisPeriod}
      </span>
      <span className="flex items-center gap-2">
        <span aria-hidden="true" className="size-3.5 border border-edge bg-paper-2" />
        {words.yearBefore}
      </span>
      <span className="ml-auto">{asOf}</span>
    </p>
  );
}
