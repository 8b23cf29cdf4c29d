import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/admin/bookings/pager";
import { VenueSelect } from "@/components/admin/money/span-filter";
import { MoneyTabs } from "@/components/admin/money/tabs";
import { PageHeader } from "@/components/admin/page-header";
import { Button, LinkButton } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";
import { formatDate, formatDay } from "@/lib/core/format-time";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { digits, fill } from "@/lib/i18n/plain-text";
import { owedFilter, type Query } from "@/lib/payments/filters";
import { PAGE } from "@/lib/payments/ledger-lists";
import { listOwed } from "@/lib/payments/owed";
import { hrefWith } from "../read-query";
import { csvHref, loadRoom } from "./load-room";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.money");
  return { title: t("title") };
}

/** What is due and overdue, and by whom. */
export default async function DuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { ctx, locale, words, messages, venues, mayExport, path } = await loadRoom();
  const filter = owedFilter(await searchParams);
  const { rows, count, duePaise, latePaise } = await listOwed(ctx, filter, PAGE);
  const money = (paise: number) => formatMoney(paise, locale);
  const { when, venueId: venue, page = 1 } = filter;
  const t = words.due;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          mayExport ? (
            <LinkButton tone="secondary" href={csvHref("due", { when, venue })} prefetch={false}>
              {words.csv}
            </LinkButton>
          ) : null
        }
      />
      <MoneyTabs locale={locale} current="due" words={words.tabs} />
      <h2 className="sr-only">{t.title}</h2>
      <Form action={path()} className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
        <Select name="when" defaultValue={when} label={t.when}>
          {(["overdue", "soon", "all"] as const).map((each) => (
            <option key={each} value={each}>
              {t[each]}
            </option>
          ))}
        </Select>
        <VenueSelect venues={venues} chosen={venue} words={words} />
        <Button type="submit" tone="secondary" className="min-h-12">
          {words.show}
        </Button>
      </Form>
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <>
          <p className="mb-3">
            <b>{fill(t.sum, { amount: money(duePaise), count: formatNumber(count, locale) })}</b>
            {latePaise > 0 ? `, ${fill(t.sumLate, { amount: money(latePaise) })}` : null}
          </p>
          <DataTable
            caption={t.title}
            rows={rows}
            keyOf={({ bookingId }) => bookingId}
            columns={[
              {
                key: "dueOn",
                header: t.dueOn,
                cell: ({ dueOn, isOverdue, advanceMissingPaise }) => (
                  <span className="inline-flex flex-wrap items-center gap-2">
                    {formatDate(dueOn, locale, "short")}
                    {isOverdue ? <Tag tone="ended">{advanceMissingPaise > 0 ? t.advance : t.late}</Tag> : null}
                  </span>
                ),
              },
              {
                key: "event",
                header: t.event,
                cell: ({ bookingId, number, eventTitle, startsAt, timeZone }) => (
                  <span className="grid">
                    <Link href={localePath(locale, `/admin/money/bookings/${bookingId}`)} className="text-link">
                      {eventTitle}
                    </Link>
                    <span className="text-[0.9375rem] text-ink-2">
                      {number}, {formatDay(startsAt, locale, timeZone, "short")}
                    </span>
                  </span>
                ),
              },
              {
                key: "family",
                header: t.family,
                cell: ({ customer }) => (
                  <span className="grid">
                    {customer.name}
                    <a href={`tel:${customer.phone}`} className="text-link">
                      {digits(formatPhone(customer.phone), locale)}
                    </a>
                  </span>
                ),
              },
              { key: "paid", header: t.paid, align: "end", cell: ({ paidPaise }) => money(paidPaise) },
              { key: "owes", header: t.owes, align: "end", cell: ({ duePaise }) => <b>{money(duePaise)}</b> },
              {
                key: "take",
                header: t.take,
                isAction: true,
                cell: ({ bookingId, number }) => (
                  <LinkButton tone="secondary" href={localePath(locale, `/admin/money/bookings/${bookingId}`)}>
                    {t.take}
                    <span className="sr-only"> {number}</span>
                  </LinkButton>
                ),
              },
            ]}
          />
          <Pager
            first={page > 1 ? hrefWith(path(), { when, venue }) : null}
            next={page * PAGE < count ? hrefWith(path(), { when, venue }, { page: String(page + 1) }) : null}
            words={messages.admin.bookings}
          />
        </>
      )}
    </>
  );
}
