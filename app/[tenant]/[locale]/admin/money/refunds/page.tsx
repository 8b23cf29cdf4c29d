import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MoneyTable } from "@/components/admin/money/money-table";
import { PromisedList } from "@/components/admin/money/promised-list";
import { SpanFilter } from "@/components/admin/money/span-filter";
import { MoneyTabs } from "@/components/admin/money/tabs";
import { PageHeader } from "@/components/admin/page-header";
import { Panel } from "@/components/admin/panel";
import { LinkButton } from "@/components/ui/button";
import { mayDo } from "@/lib/core/permissions";
import { type Query, spanFilter } from "@/lib/payments/filters";
import { listPromised, listReturned } from "@/lib/payments/ledger-lists";
import { csvHref, loadRoom } from "../load-room";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.money.tabs");
  return { title: t("refunds") };
}

/** What is promised back and waits, failed ones first, and what has gone. */
export default async function RefundsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { ctx, locale, words, methods, messages, venues, today, mayExport, path } = await loadRoom();
  const filter = spanFilter(await searchParams, today);
  const [promised, returned] = await Promise.all([listPromised(ctx), listReturned(ctx, filter)]);
  const { from, to, venueId } = filter;
  return (
    <>
      <PageHeader
        title={words.refunds.title}
        actions={
          mayExport ? (
            <LinkButton tone="secondary" href={csvHref("refunds", { from, to, venue: venueId })} prefetch={false}>
              {words.csv}
            </LinkButton>
          ) : null
        }
      />
      <MoneyTabs locale={locale} current="refunds" words={words.tabs} />
      <div className="grid gap-6">
        <Panel title={words.refunds.promised} count={promised.length > 0 ? String(promised.length) : null}>
          <PromisedList
            {...{ promised, locale, methods, messages }}
            mayAct={mayDo(ctx.actor, "refund.create")}
            none={words.refunds.nonePromised}
          />
        </Panel>
        <Panel title={words.refunds.done}>
          <SpanFilter path={path("/refunds")} {...{ from, to, venueId, venues, words }} />
          {returned.length === 0 ? (
            <p className="text-ink-2">{words.refunds.noneDone}</p>
          ) : (
            <MoneyTable caption={words.refunds.done} rows={returned} {...{ locale, words, methods }} />
          )}
        </Panel>
      </div>
    </>
  );
}
