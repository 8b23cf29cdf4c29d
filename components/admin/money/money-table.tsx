import Link from "next/link";
import { knownMethod } from "@/components/booking/payment-method";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { Messages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import type { MoneyRow } from "@/lib/payments/types";
import type { MethodWords } from "./method-choice";

type Props = {
  caption: string;
  rows: readonly MoneyRow[];
  locale: Locale;
  words: Messages["admin"]["money"];
  methods: MethodWords;
};

/** Receipts or vouchers, each with its booking, its way and the hand that took or gave it. */
export function MoneyTable({ caption, rows, locale, words, methods }: Props) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: "date", header: words.date, cell: ({ at, timeZone }) => formatDay(at, locale, timeZone, "short") },
        {
          key: "number",
          header: words.number,
          cell: ({ kind, id, number, booking, isReversed }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              {kind === "payment" ? (
                <Link href={localePath(locale, `/bookings/${booking.id}/receipts/${id}`)} className="text-link">
                  {number}
                </Link>
              ) : (
                number
              )}
              {isReversed ? <Tag tone="ended">{words.received.reversed}</Tag> : null}
              {kind === "reversal" ? <Tag>{words.refunds.reversal}</Tag> : null}
            </span>
          ),
        },
        {
          key: "booking",
          header: words.booking,
          cell: ({ booking }) => (
            <span className="grid">
              <Link href={localePath(locale, `/admin/money/bookings/${booking.id}`)} className="text-link">
                {booking.eventTitle}
              </Link>
              <span className="text-[0.9375rem] text-ink-2">{booking.number}</span>
            </span>
          ),
        },
        {
          key: "method",
          header: words.method,
          cell: ({ method, reference }) => {
            const way = knownMethod(reference);
            return (
              <span className="grid">
                {methods[method]}
                {reference ? (
                  <span className="break-all text-[0.9375rem] text-ink-2">{way ? methods[way] : reference}</span>
                ) : null}
              </span>
            );
          },
        },
        { key: "by", header: words.person, cell: ({ by }) => by ?? "–" },
        {
          key: "amount",
          header: words.amount,
          align: "end",
          cell: ({ amountPaise }) => <b>{formatMoney(amountPaise, locale)}</b>,
        },
      ]}
    />
  );
}
