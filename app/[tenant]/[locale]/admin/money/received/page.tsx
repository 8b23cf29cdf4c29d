import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MoneyTable } from "@/components/admin/money/money-table";
import { SpanFilter } from "@/components/admin/money/span-filter";
import { MoneyTabs } from "@/components/admin/money/tabs";
import { PageHeader } from "@/components/admin/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatMoney } from "@/lib/core/money";
import { PAYMENT_METHODS } from "@/lib/core/payment-method";
import { type Query, spanFilter } from "@/lib/payments/filters";
import { listReceived, PAGE } from "@/lib/payments/ledger-lists";
import { csvHref, loadRoom } from "../load-room";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.money.tabs");
  return { title: t("received") };
}

/** What came in, by whose hand, under which receipt. */
export default async function ReceivedPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { ctx, locale, words, methods, venues, today, mayExport, path } = await loadRoom();
  const filter = spanFilter(await searchParams, today);
  const { rows, count, totalPaise, totals } = await listReceived(ctx, filter, PAGE);
  const { from, to, method, venueId, page } = filter;
  const shown = { from, to, method, venue: venueId };
  const pageHref = (at: number) =>
    `${path("/received")}?${new URLSearchParams(JSON.parse(JSON.stringify({ ...shown, page: String(at) })))}`;
  return (
    <>
      <PageHeader
        title={words.received.title}
        actions={
          mayExport ? (
            <LinkButton tone="secondary" href={csvHref("received", shown)} prefetch={false}>
              {words.csv}
            </LinkButton>
          ) : null
        }
      />
      <MoneyTabs locale={locale} current="received" words={words.tabs} />
      <SpanFilter
        path={path("/received")}
        {...{ from, to, venueId, venues, words }}
        method={{ chosen: method, words: methods }}
      />
      {rows.length === 0 ? (
        <EmptyState title={words.received.none}>{words.received.noneHint}</EmptyState>
      ) : (
        <>
          <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1">
            <b>
              {words.total} {formatMoney(totalPaise, locale)}
            </b>
            {PAYMENT_METHODS.map((each) =>
              totals[each] ? (
                <span key={each} className="text-ink-2">
                  {methods[each]} {formatMoney(totals[each].in, locale)}
                </span>
              ) : null,
            )}
          </p>
          <MoneyTable caption={words.received.title} rows={rows} {...{ locale, words, methods }} />
          <div className="mt-4 flex flex-wrap gap-2 print:hidden">
            {page > 1 ? (
              <LinkButton tone="quiet" href={pageHref(page - 1)}>
                {words.newer}
              </LinkButton>
            ) : null}
            {page * PAGE < count ? (
              <LinkButton tone="secondary" href={pageHref(page + 1)}>
                {words.older}
              </LinkButton>
            ) : null}
          </div>
        </>
      )}
    </>
  );
}
