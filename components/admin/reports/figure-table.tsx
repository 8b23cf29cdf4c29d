import type { Locale } from "@/lib/core/locale";
import { formatCell, type ReportTable } from "./table-shape";

type Props = { table: ReportTable; title: string; words: { total: string; none: string }; locale: Locale };

/** The figures behind a chart. On a phone it scrolls sideways by itself, by keyboard too, and the page does not. */
export function FigureTable({ table: { rowHeader, columns, rows, total }, title, words, locale }: Props) {
  const cells = (values: readonly (number | null)[]) =>
    columns.map(({ header, kind }, n) => (
      <td key={header} className="whitespace-nowrap px-2 py-1.5 text-right last:pr-0">
        {formatCell(values[n], kind, locale, words.none)}
      </td>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a group with a name, not fields of a form.
    <div role="group" aria-label={title} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-[0.9375rem]">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-rule-2 border-b text-ink-2">
            <th scope="col" className="py-1.5 pr-2 text-left font-semibold">
              {rowHeader}
            </th>
            {columns.map(({ header }) => (
              <th key={header} scope="col" className="px-2 py-1.5 text-right font-semibold last:pr-0">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className="border-rule border-b">
              <th scope="row" className="whitespace-nowrap py-1.5 pr-2 text-left font-medium">
                {row.label}
              </th>
              {cells(row.cells)}
            </tr>
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <tr className="font-semibold">
              <th scope="row" className="py-1.5 pr-2 text-left font-semibold">
                {words.total}
              </th>
              {cells(total)}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
