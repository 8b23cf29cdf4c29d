import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BookSheet } from "@/components/admin/money/book-sheet";
import { CloseDayForm } from "@/components/admin/money/close-day-form";
import { MoneyTabs } from "@/components/admin/money/tabs";
import { PageHeader } from "@/components/admin/page-header";
import { Panel } from "@/components/admin/panel";
import { PrintButton } from "@/components/booking/print-button";
import { momentOf } from "@/components/booking/when";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { formatDate } from "@/lib/core/format-time";
import { formatMoney } from "@/lib/core/money";
import { digits, fill } from "@/lib/i18n/plain-text";
import { listDayBooks, loadOpenBook } from "@/lib/payments/day-book-queries";
import type { Query } from "@/lib/payments/filters";
import { loadRoom } from "../load-room";

const PAST = 31;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.money.tabs");
  return { title: t("dayBook") };
}

/** The till of one venue: what should be in it, counting it, and the days that are closed. */
export default async function DayBookPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { ctx, locale, words, methods, messages, venues, path } = await loadRoom();
  const { venue: asked } = await searchParams;
  const venue = venues.find(({ id }) => id === asked) ?? venues[0];
  if (!venue) notFound();
  const [book, past, calendar] = await Promise.all([
    loadOpenBook(ctx, venue.id),
    listDayBooks(ctx, venue.id, PAST),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  const t = words.dayBook;
  const cash = book.totals.cash ?? { in: 0, out: 0 };
  const clock = { t: calendar, locale, timeZone: book.timeZone };
  const running = book.since ? fill(t.running, { time: momentOf(book.since, ctx.now, clock) }) : t.first;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} actions={<PrintButton label={words.print} />} />
      <MoneyTabs locale={locale} current="dayBook" words={words.tabs} />
      {venues.length > 1 ? (
        <Form action={path("/day-book")} className="mb-4 flex flex-wrap items-end gap-3 print:hidden">
          <Select name="venue" defaultValue={venue.id} label={words.venue}>
            {venues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Button type="submit" tone="secondary" className="min-h-12">
            {words.show}
          </Button>
        </Form>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel title={venue.name} more={<span className="text-ink-2">{running}</span>}>
          <BookSheet
            openingPaise={book.openingPaise}
            cashInPaise={cash.in}
            cashOutPaise={cash.out}
            entries={book.entries}
            totals={book.totals}
            {...{ locale, words, methods }}
            timeZone={book.timeZone}
            now={ctx.now}
          />
        </Panel>
        <div className="grid gap-5 print:hidden">
          <Panel title={t.close}>
            <CloseDayForm
              key={`${venue.id}${past[0]?.id ?? ""}`}
              venueId={venue.id}
              today={book.today}
              earliest={book.lastDate}
              openingPaise={book.openingPaise}
              cashInPaise={cash.in}
              cashOutPaise={cash.out}
              locale={locale}
              words={{ ...t, offline: messages.admin.offline }}
            />
          </Panel>
          <Panel title={t.past}>
            {past.length === 0 ? <p className="text-ink-2">{t.nonePast}</p> : null}
            <ul>
              {past.map((one) => (
                <li key={one.id} className="border-rule border-t">
                  <Link
                    href={path(`/day-book/${one.id}`)}
                    className="flex min-h-14 items-center justify-between gap-4 py-2 hover:bg-paper-2"
                  >
                    <span>
                      <b>{formatDate(one.date, locale, "long")}</b>
                      <span className="block text-[0.9375rem] text-ink-2">
                        {one.revision > 1 ? `${fill(t.nth, { n: digits(one.revision, locale) })}, ` : null}
                        {one.closedBy}
                      </span>
                    </span>
                    <span className="text-right tabular-nums">
                      {formatMoney(one.countedPaise, locale)}
                      {one.differencePaise === 0 ? null : (
                        <span className="block font-semibold text-alert">
                          {t.difference} {one.differencePaise > 0 ? "+" : ""}
                          {formatMoney(one.differencePaise, locale)}
                        </span>
                      )}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}
