import { Panel } from "@/components/admin/panel";
import type { Locale } from "@/lib/core/locale";
import { fill } from "@/lib/i18n/plain-text";
import { BarsChart } from "./bars-chart";
import { ColumnsChart } from "./columns-chart";
import { FigureTable } from "./figure-table";
import type { ReportTable, ReportWords } from "./table-shape";

type Props = { table: ReportTable; csvHref: string; words: ReportWords; locale: Locale };

/** One matter: how it is counted, the chart, and the table beside it. */
export function ReportPanel({ table, csvHref, words, locale }: Props) {
  const { title, about } = words.tables[table.key];
  const Chart = table.chart.inTime ? ColumnsChart : BarsChart;
  const csv = (
    <a
      href={csvHref}
      download
      aria-label={fill(words.csvOf, { table: title })}
      className="text-link grid min-h-11 content-center px-2 print:hidden"
    >
      {words.csv}
    </a>
  );
  return (
    <div className="break-inside-avoid">
      <Panel title={title} more={csv}>
        <p className="mb-3 max-w-prose text-[0.9375rem] text-ink-2">{about}</p>
        <div className="grid items-start gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] [&>*]:min-w-0">
          <Chart table={table} label={fill(words.chart, { table: title })} locale={locale} />
          <FigureTable table={table} title={title} words={words} locale={locale} />
        </div>
      </Panel>
    </div>
  );
}
