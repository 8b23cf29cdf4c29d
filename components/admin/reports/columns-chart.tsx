import type { Locale } from "@/lib/core/locale";
import { formatShort, type ReportTable } from "./table-shape";

const HEIGHT = 190;
const TOP = 18;
const BOTTOM = 22;
const MOST_LABELS = 14;

type Props = { table: ReportTable; label: string; locale: Locale };

/** Months or weekdays side by side: the year before as an outline, this one filled in front of it. Widths follow the page. */
export function ColumnsChart({ table: { rows, columns, chart }, label, locale }: Props) {
  const kind = columns[chart.now]?.kind ?? "count";
  const amountAt = (cells: readonly (number | null)[], at: number) => Math.max(0, cells[at] ?? 0);
  const highest = Math.max(
    ...rows.flatMap(({ cells }) => [amountAt(cells, chart.now), amountAt(cells, chart.before)]),
    0,
  );
  const heightOf = (value: number) => (highest === 0 ? 0 : (value / highest) * (HEIGHT - TOP - BOTTOM));
  const step = 100 / Math.max(1, rows.length);
  const every = Math.ceil(rows.length / MOST_LABELS);
  const base = HEIGHT - BOTTOM;
  return (
    <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="overflow-visible text-[0.75rem]">
      <text x="0" y="11" className="fill-ink-3">
        {formatShort(highest, kind, locale)}
      </text>
      <line x1="0" x2="100%" y1={TOP} y2={TOP} className="stroke-rule" strokeDasharray="2 4" />
      {rows.map(({ label, short, cells }, n) => {
        const now = heightOf(amountAt(cells, chart.now));
        const before = heightOf(amountAt(cells, chart.before));
        return (
          <g key={label}>
            <rect
              {...{ x: `${step * (n + 0.08)}%`, width: `${step * 0.5}%`, y: base - before, height: before }}
              className="fill-paper-2 stroke-edge"
            />
            <rect
              {...{ x: `${step * (n + 0.4)}%`, width: `${step * 0.5}%`, y: base - now, height: now }}
              className="fill-brand"
            />
            {n % every === 0 ? (
              <text x={`${step * (n + 0.5)}%`} y={HEIGHT - 6} textAnchor="middle" className="fill-ink-2">
                {short ?? label}
              </text>
            ) : null}
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={base} y2={base} className="stroke-rule-2" />
    </svg>
  );
}
