import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SpanFilter } from "@/components/admin/money/span-filter";
import { MoneyTabs } from "@/components/admin/money/tabs";
import { PageHeader } from "@/components/admin/page-header";
import { LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDate } from "@/lib/core/format-time";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { digits, fill } from "@/lib/i18n/plain-text";
import { type Query, spanFilter } from "@/lib/payments/filters";
import { type GstLine, listGst } from "@/lib/payments/gst-register";
import { csvHref, loadRoom } from "../load-room";

const SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.money.tabs");
  return { title: t("gst") };
}

/** The tax inside what came and went, for the accountant. */
export default async function GstPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { ctx, locale, words, venues, today, mayExport, path } = await loadRoom();
  const filter = spanFilter(await searchParams, today);
  const lines = await listGst(ctx, filter);
  const { from, to, venueId } = filter;
  const t = words.gst;
  const money = (paise: number) => formatMoney(paise, locale);
  const sum = (of: (line: GstLine) => number) => money(lines.reduce((all, line) => all + of(line), 0));
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          mayExport ? (
            <LinkButton tone="secondary" href={csvHref("gst", { from, to, venue: venueId })} prefetch={false}>
              {words.csv}
            </LinkButton>
          ) : null
        }
      />
      <MoneyTabs locale={locale} current="gst" words={words.tabs} />
      <SpanFilter path={path("/gst")} {...{ from, to, venueId, venues, words }} />
      {lines.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <>
          <dl className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
            {(
              [
                [words.total, sum((line) => line.amountPaise)],
                [t.taxable, sum((line) => line.taxablePaise)],
                [t.cgst, sum((line) => line.cgstPaise)],
                [t.sgst, sum((line) => line.sgstPaise)],
              ] as const
            ).map(([label, value]) => (
              <div key={label}>
                <dt className="text-[0.9375rem] text-ink-2">{label}</dt>
                <dd className="font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
          <DataTable
            caption={t.title}
            rows={lines.slice(0, SHOWN)}
            keyOf={({ number, sac, gstRate }) => `${number}${sac}${gstRate}`}
            columns={[
              {
                key: "date",
                header: words.date,
                cell: ({ date }) => <span className="whitespace-nowrap">{formatDate(date, locale, "short")}</span>,
              },
              {
                key: "number",
                header: words.number,
                cell: ({ kind, number, bookingNumber }) => (
                  <span className="grid whitespace-nowrap">
                    {number}
                    <span className="text-[0.9375rem] text-ink-2">
                      {t[kind]}, {bookingNumber}
                    </span>
                  </span>
                ),
              },
              { key: "customer", header: t.customer, cell: ({ customer }) => customer ?? "–" },
              { key: "sac", header: t.sac, cell: ({ sac }) => sac },
              { key: "rate", header: t.rate, align: "end", cell: ({ gstRate }) => `${digits(gstRate, locale)}%` },
              { key: "taxable", header: t.taxable, align: "end", cell: ({ taxablePaise }) => money(taxablePaise) },
              { key: "cgst", header: t.cgst, align: "end", cell: ({ cgstPaise }) => money(cgstPaise) },
              { key: "sgst", header: t.sgst, align: "end", cell: ({ sgstPaise }) => money(sgstPaise) },
              { key: "amount", header: words.amount, align: "end", cell: ({ amountPaise }) => money(amountPaise) },
            ]}
          />
          {lines.length > SHOWN ? (
            <p className="mt-3 text-ink-2">{fill(t.more, { count: formatNumber(SHOWN, locale) })}</p>
          ) : null}
        </>
      )}
    </>
  );
}
