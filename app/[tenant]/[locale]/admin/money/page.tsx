import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
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
import { listOwed } from "@/lib/payments/owed";
import { csvHref, loadRoom } from "./load-room";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.money");
  return { title: t("title") };
}

/** What is due and overdue, and by whom. */
export default async function DuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { ctx, locale, words, venues, mayExport, path } = await loadRoom();
  const filter = owedFilter(await searchParams);
  const owed = await listOwed(ctx, filter);
  const money = (paise: number) => formatMoney(paise, locale);
  const sum = owed.reduce((all, { duePaise }) => all + duePaise, 0);
  const late = owed.reduce((all, { duePaise, isOverdue }) => all + (isOverdue ? duePaise : 0), 0);
  const t = words.due;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          mayExport ? (
            <LinkButton
              tone="secondary"
              href={csvHref("due", { when: filter.when, venue: filter.venueId })}
              prefetch={false}
            >
              {words.csv}
            </LinkButton>
          ) : null
        }
      />
      <MoneyTabs locale={locale} current="due" words={words.tabs} />
      <h2 className="sr-only">{t.title}</h2>
      <Form action={path()} className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
        <Select name="when" defaultValue={filter.when} label={t.when}>
          {(["overdue", "soon", "all"] as const).map((when) => (
            <option key={when} value={when}>
              {t[when]}
            </option>
          ))}
        </Select>
        <VenueSelect venues={venues} chosen={filter.venueId} words={words} />
        <Button type="submit" tone="secondary" className="min-h-12">
          {words.show}
        </Button>
      </Form>
      {owed.length === 0 ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <>
          <p className="mb-3">
            <b>{fill(t.sum, { amount: money(sum), count: formatNumber(owed.length, locale) })}</b>
            {late > 0 ? `, ${fill(t.sumLate, { amount: money(late) })}` : null}
          </p>
          <DataTable
            caption={t.title}
            rows={owed}
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
                cell: ({ bookingId, number }) => (
                  <LinkButton tone="secondary" href={localePath(locale, `/admin/money/bookings/${bookingId}`)}>
                    {t.take}
                    <span className="sr-only"> {number}</span>
                  </LinkButton>
                ),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
