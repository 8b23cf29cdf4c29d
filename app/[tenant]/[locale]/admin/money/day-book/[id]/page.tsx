import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BookSheet } from "@/components/admin/money/book-sheet";
import { PageHeader } from "@/components/admin/page-header";
import { Panel } from "@/components/admin/panel";
import { PrintButton } from "@/components/booking/print-button";
import { momentOf } from "@/components/booking/when";
import { LinkButton } from "@/components/ui/button";
import { formatDate } from "@/lib/core/format-time";
import { isAppError } from "@/lib/errors";
import { fill } from "@/lib/i18n/plain-text";
import { loadClosedBook } from "@/lib/payments/day-book-queries";
import { loadRoom } from "../../load-room";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.money.tabs");
  return { title: t("dayBook") };
}

/** A closed day as it was counted, for the file. */
export default async function ClosedBookPage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx, locale, words, methods, venues, path } = await loadRoom();
  const book = await loadClosedBook(ctx, (await params).id).catch((error: unknown) => {
    if (isAppError(error, "NOT_FOUND")) notFound();
    throw error;
  });
  const t = words.dayBook;
  const clock = { t: await getTranslations({ locale, namespace: "calendar" }), locale, timeZone: book.timeZone };
  const closed = { name: book.closedBy, time: momentOf(book.closedAt, ctx.now, clock) };
  return (
    <>
      <PageHeader
        title={fill(t.book, { date: formatDate(book.date, locale, "long") })}
        lead={fill(t.closedBy, closed)}
        actions={
          <>
            <LinkButton tone="quiet" href={path(`/day-book?venue=${book.venueId}`)} className="print:hidden">
              {t.back}
            </LinkButton>
            <PrintButton label={words.print} />
          </>
        }
      />
      <Panel title={venues.find(({ id }) => id === book.venueId)?.name ?? t.title}>
        <BookSheet
          openingPaise={book.openingPaise}
          cashInPaise={book.cashInPaise}
          cashOutPaise={book.cashOutPaise}
          count={book}
          entries={book.entries}
          totals={book.totals}
          {...{ locale, words, methods }}
          timeZone={book.timeZone}
          now={ctx.now}
        />
        <p className="mt-12 hidden border-rule-2 border-t pt-1 print:block">{t.sign}</p>
      </Panel>
    </>
  );
}
