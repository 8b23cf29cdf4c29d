import Link from "next/link";
import { formatNumber } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import { LINES_PER_PAGE, type LineFilter, listImportLines, STATUSES } from "@/lib/imports/import-lines";
import { LineCard } from "./line-card";
import type { StepProps } from "./step-props";

type Props = StepProps & { filters: LineFilter[]; base: string; mayFix?: boolean };

/** Lines of an import, a page at a time; which ones and which page are in the address. */
export async function LineList({ filters, base, mayFix = false, ...props }: Props) {
  const { ctx, view, admin, query } = props;
  const { locale } = ctx;
  const words = admin.imports.lines;
  const countOf = (filter: LineFilter) => STATUSES[filter].reduce((sum, status) => sum + view.counts[status], 0);
  const filled = filters.find((filter) => countOf(filter) > 0) ?? "all";
  const filter = filters.find((one) => one === query.show) ?? filled;
  const pages = Math.max(1, Math.ceil(countOf(filter) / LINES_PER_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.page)) || 1));
  const lines = await listImportLines(ctx, view.id, filter, page);
  const hrefOf = (show: LineFilter, at = 1) => `${base}&show=${show}${at > 1 ? `&page=${at}` : ""}`;
  return (
    <section aria-label={words.filter} className="grid gap-4">
      <nav aria-label={words.filter} className="flex flex-wrap gap-2">
        {filters.map((one) => (
          <Link
            key={one}
            href={hrefOf(one)}
            scroll={false}
            aria-current={one === filter ? "page" : undefined}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-edge px-4 font-semibold aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
          >
            {words[one]} <span className="font-medium">{formatNumber(countOf(one), locale)}</span>
          </Link>
        ))}
      </nav>
      {lines.length === 0 ? <p className="text-ink-2">{words.nothing}</p> : null}
      <ol className="grid gap-3">
        {lines.map((line) => (
          <LineCard key={line.id} {...props} line={line} mayFix={mayFix} />
        ))}
      </ol>
      {pages > 1 ? (
        <nav aria-label={fill(words.page, { page: formatNumber(page, locale), pages: formatNumber(pages, locale) })}>
          <p className="flex min-h-11 flex-wrap items-center gap-4">
            {page > 1 ? (
              <Link className="text-link" href={hrefOf(filter, page - 1)}>
                {words.previous}
              </Link>
            ) : null}
            <span>{fill(words.page, { page: formatNumber(page, locale), pages: formatNumber(pages, locale) })}</span>
            {page < pages ? (
              <Link className="text-link" href={hrefOf(filter, page + 1)}>
                {words.next}
              </Link>
            ) : null}
          </p>
        </nav>
      ) : null}
    </section>
  );
}
