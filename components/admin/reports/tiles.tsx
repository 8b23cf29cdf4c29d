import type { Locale } from "@/lib/core/locale";
import { fill } from "@/lib/i18n/plain-text";
import type { Figures, Report } from "@/lib/reports/types";
import { averageOf, cancelledShare, moneyOf, share, standing, sumOf } from "./sums";
import { type ColumnKind, formatCell, type ReportWords } from "./table-shape";

type Tile = { key: keyof ReportWords["tiles"]; now: string; before: string };
type Props = { report: Report; words: ReportWords; days: (count: number) => string; locale: Locale };

/** The six numbers that an owner looks for first, each with last year's under it. */
export function Tiles({ report: { figures, lastYear }, words, days, locale }: Props) {
  const tile = (key: Tile["key"], kind: ColumnKind, read: (of: Figures) => number | null): Tile => ({
    key,
    now: formatCell(read(figures), kind, locale, words.none),
    before: formatCell(read(lastYear), kind, locale, words.none),
  });
  const ahead = ({ leadDays }: Figures) => (leadDays === null ? words.none : days(leadDays));
  const tiles: Tile[] = [
    tile("booked", "money", (of) => sumOf(standing(of)).paise),
    tile("received", "money", (of) => moneyOf(of).netPaise),
    tile("occupancy", "share", (of) => share(of.occupancy.total)),
    tile("average", "money", (of) => averageOf(sumOf(standing(of)))),
    { key: "lead", now: ahead(figures), before: ahead(lastYear) },
    tile("cancelled", "share", (of) => cancelledShare(of)),
  ];
  return (
    <section aria-label={words.key}>
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-3 2xl:grid-cols-6">
        {tiles.map(({ key, now, before }) => (
          <div key={key} className="rounded-card border border-rule bg-paper p-4">
            <dt className="text-[0.9375rem] text-ink-2">{words.tiles[key]}</dt>
            <dd className="font-serif text-2xl">{now}</dd>
            <dd className="text-[0.9375rem] text-ink-3">{fill(words.before, { value: before })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
