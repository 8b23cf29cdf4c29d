import Form from "next/form";
import { Button, LinkButton } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { formatMonth } from "@/lib/core/format-time";
import { addMonths, type LocalDate } from "@/lib/core/local-date";
import { type Locale, type LocalText, textIn } from "@/lib/core/locale";
import { monthsOf, type ReportPeriod, usualPeriods } from "@/lib/core/report-period";
import type { ReportWords } from "./table-shape";

type Props = {
  here: string;
  venue: string;
  venues: readonly { slug: string; name: LocalText }[];
  period: ReportPeriod;
  today: LocalDate;
  words: ReportWords;
  locale: Locale;
};

const YEARS_BACK = 6;
const YEARS_AHEAD = 2;
const USUAL = ["thisYear", "lastYear", "thisMonth", "lastMonths", "nextMonths"] as const;

export const reportHref = (here: string, venue: string, { from, to }: ReportPeriod) =>
  `${here}?${new URLSearchParams({ venue, from, to })}`;

/** Which months of which hall: the usual ones in one tap, any others by two lists. All of it is in the address. */
export function PeriodForm({ here, venue, venues, period, today, words, locale }: Props) {
  const usual = usualPeriods(today);
  const first = addMonths(today, -12 * YEARS_BACK).slice(0, 7);
  const months = monthsOf({
    from: period.from < first ? period.from : first,
    to: [period.to, addMonths(today, 12 * YEARS_AHEAD).slice(0, 7)].toSorted().at(-1) ?? period.to,
  });
  const options = months.map((month) => (
    <option key={month} value={month}>
      {formatMonth(month, locale)}
    </option>
  ));
  return (
    <nav aria-label={words.period} className="grid gap-3 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {USUAL.map((key) => {
          const isShown = usual[key].from === period.from && usual[key].to === period.to;
          return (
            <li key={key}>
              <LinkButton
                href={reportHref(here, venue, usual[key])}
                tone={isShown ? "primary" : "secondary"}
                aria-current={isShown ? "page" : undefined}
              >
                {words.usual[key]}
              </LinkButton>
            </li>
          );
        })}
      </ul>
      <Form action={here} key={`${venue}${period.from}${period.to}`} className="flex flex-wrap items-end gap-3">
        {venues.length > 1 ? (
          <Select label={words.venue} name="venue" defaultValue={venue}>
            {venues.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {textIn(name, locale)}
              </option>
            ))}
          </Select>
        ) : null}
        <Select label={words.from} name="from" defaultValue={period.from}>
          {options}
        </Select>
        <Select label={words.to} name="to" defaultValue={period.to}>
          {options}
        </Select>
        <Button type="submit" tone="secondary" className="min-h-12">
          {words.show}
        </Button>
      </Form>
    </nav>
  );
}
