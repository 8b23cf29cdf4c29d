import * as z from "zod";
import { csvTable } from "@/components/admin/reports/csv-table";
import { tablesOf } from "@/components/admin/reports/report-tables";
import { csvOf } from "@/lib/core/csv";
import { AppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { findReport } from "@/lib/reports/find-report";
import { reportQuery } from "@/lib/reports/input";
import { readQuery, route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

const query = reportQuery.extend({ table: z.string().max(20), lang: z.string().optional() });

/** One table of the report as CSV, in the language of the page that asks. */
export const GET = route(async (visit, request) => {
  const { locale } = visit;
  const { table: key, ...asked } = await readQuery(request, query, locale);
  const report = await findReport(personCtx(visit), asked);
  const { admin } = await loadMessages(locale);
  const tables = report ? tablesOf(report, admin.reports, admin.booking.sources, locale) : [];
  const table = tables.find((one) => one.key === key);
  if (!report || !table) throw new AppError("NOT_FOUND");
  const { from, to } = report.figures.period;
  return new Response(csvOf(csvTable(table)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${report.venue.slug}-${key}-${from}-${to}.csv"`,
      "cache-control": "no-store",
    },
  });
});
