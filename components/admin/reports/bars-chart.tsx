import type { Locale } from "@/lib/core/locale";
import { formatShort, type ReportTable } from "./table-shape";

const ROW = 50;
const WIDEST = 84;

type Props = { table: ReportTable; label: string; locale: Locale };

/** One bar a row below its name, the year before as an outline under it. */
export function BarsChart({ table: { rows, columns, chart }, label, locale }: Props) {
  const kind = columns[chart.now]?.kind ?? "count";
  const drawn = rows.filter(({ cells }) => cells[chart.now] !== null || cells[chart.before] !== null);
  const amountAt = (cells: readonly (number | null)[], at: number) => Math.max(0, cells[at] ?? 0);
  const highest = Math.max(
    ...drawn.flatMap(({ cells }) => [amountAt(cells, chart.now), amountAt(cells, chart.before)]),
    0,
  );
  const widthOf = (value: number) => (highest === 0 ? 0 : (value / highest) * WIDEST);
  return (
    <svg role="img" aria-label={label} width="100%" height={drawn.length * ROW} className="text-[0.8125rem]">
      {drawn.map(({ label, cells }, n) => {
        const [now, before] = [amountAt(cells, chart.now), amountAt(cells, chart.before)];
        return (
          <g key={label}>
            <text x="0" y={n * ROW + 14} className="fill-ink">
              {label}
            </text>
            <rect x="0" y={n * ROW + 20} width={`${widthOf(now)}%`} height="12" className="fill-brand" />
            <rect
              x="0"
              y={n * ROW + 34}
              width={`${widthOf(before)}%`}
              height="7"
              className="fill-paper-2 stroke-edge"
            />
            <text x={`${widthOf(now) + 1.5}%`} y={n * ROW + 31} className="fill-ink-2">
              {formatShort(now, kind, locale)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
