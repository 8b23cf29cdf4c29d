import Link from "next/link";
import type { DiaryStyle, DiaryWords } from "@/components/admin/diary/types";
import { loadOccupancy } from "@/lib/bookings/load-occupancy";
import { formatMonth } from "@/lib/core/format-time";
import { formatNumber } from "@/lib/core/money";
import type { Occupancy } from "@/lib/core/occupancy";
import { digits, fill } from "@/lib/i18n/plain-text";
import type { Venue } from "@/lib/venues/types";
import type { AdminCtx } from "@/lib/web/load-admin";

type Props = {
  ctx: AdminCtx;
  venue: Venue;
  words: DiaryWords;
  /** The month on show, `YYYY-MM`; the strip is its year. */
  month: string;
  hrefOf: (month: string) => string;
};

const percentOf = ({ sold, sellable }: Occupancy) => (sellable === 0 ? 0 : Math.round((100 * sold) / sellable));

const fullness = (part: Occupancy): DiaryStyle => ({ "--full": percentOf(part) / 100 });

/** How full each month of the year is, and a way there; the same as a table for who wants figures. */
export async function YearStrip({ ctx, venue, words, month, hrefOf }: Props) {
  const { locale } = ctx;
  const months = await loadOccupancy(ctx, venue, `${month.slice(0, 4)}-01`);
  const year = digits(month.slice(0, 4), locale);
  const percent = (part: Occupancy) => fill(words.percent, { percent: formatNumber(percentOf(part), locale) });
  return (
    <section aria-label={fill(words.year, { year })} className="mb-1 print:hidden">
      <ol className="d-year">
        {months.map((one) => (
          <li key={one.month}>
            <Link
              href={hrefOf(one.month)}
              prefetch={false}
              aria-current={one.month === month ? "true" : undefined}
              aria-label={fill(words.monthSold, {
                month: formatMonth(one.month, locale),
                ...{ sold: formatNumber(one.sold, locale), sellable: formatNumber(one.sellable, locale) },
                percent: percent(one),
              })}
            >
              <span aria-hidden="true" className="d-year-bars">
                {one.quarters.map((quarter, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the quarters of a month stay in their places
                  <i key={index} style={fullness(quarter)} />
                ))}
              </span>
              <span aria-hidden="true">
                {
                  formatMonth(one.month, locale)
                    .slice(0, locale === "en" ? 3 : undefined)
                    .split(" ")[0]
                }
              </span>
              <span aria-hidden="true">{percent(one)}</span>
            </Link>
          </li>
        ))}
      </ol>
      <details className="text-[0.9375rem]">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-ink-2">{words.asTable}</summary>
        <table className="border-collapse text-left">
          <caption className="sr-only">{fill(words.year, { year })}</caption>
          <thead>
            <tr className="text-ink-2">
              {[words.month, words.sold, words.sellable, words.full].map((name) => (
                <th key={name} scope="col" className="py-1 pr-6 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((one) => (
              <tr key={one.month} className="border-rule border-t">
                <th scope="row" className="py-1 pr-6 font-medium">
                  {formatMonth(one.month, locale)}
                </th>
                <td className="pr-6 text-right">{formatNumber(one.sold, locale)}</td>
                <td className="pr-6 text-right">{formatNumber(one.sellable, locale)}</td>
                <td className="pr-6 text-right">{percent(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
