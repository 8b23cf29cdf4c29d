import Link from "next/link";
import { knownMethod } from "@/components/booking/payment-method";
import { Tag } from "@/components/ui/tag";
import { formatDate, formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { Messages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { DOT, fill } from "@/lib/i18n/plain-text";
import type { BookingMoney } from "@/lib/payments/types";
import { RefundPayment } from "./refund-payment";
import { ReversePayment } from "./reverse-payment";

type Props = {
  money: BookingMoney;
  isLive: boolean;
  mayCorrect: boolean;
  mayRefund: boolean;
  locale: Locale;
  messages: Messages;
};

/** Each payment with its receipt, the hand that took it, and what a lead may do about it. */
export function ReceivedList({ money, isLive, mayCorrect, mayRefund, locale, messages }: Props) {
  const { admin, bookings, fieldErrors } = messages;
  const words = admin.money;
  const { methods } = bookings.ledger;
  const shared = { keep: admin.requests.keep, offline: admin.offline };
  const refundWords = { ...words.refund, ...shared, methods, badAmount: words.receive.badAmount };
  if (money.received.length === 0) return <p className="text-ink-2">{words.one.noneReceived}</p>;
  return (
    <ul>
      {money.received.map((one) => {
        const way = knownMethod(one.reference);
        const details = [
          formatDay(one.at, locale, money.timeZone, "short"),
          methods[one.method],
          way ? methods[way] : one.reference,
          one.instrumentDate ? fill(words.one.cheque, { date: formatDate(one.instrumentDate, locale, "short") }) : null,
          one.by ? fill(words.by, { name: one.by }) : null,
        ];
        return (
          <li key={one.paymentId} className="grid gap-1 border-rule border-t py-3">
            <div className="flex items-start justify-between gap-3">
              <Link
                href={localePath(locale, `/bookings/${money.bookingId}/receipts/${one.paymentId}`)}
                className="text-link inline-flex min-h-11 items-center"
              >
                {fill(words.one.receipt, { number: one.receiptNumber })}
              </Link>
              <b className={one.isReversed ? "line-through" : ""}>{formatMoney(one.amountPaise, locale)}</b>
            </div>
            <p className="text-[0.9375rem] text-ink-2">{details.filter(Boolean).join(DOT)}</p>
            {one.note ? <p className="text-[0.9375rem] text-ink-2">{one.note}</p> : null}
            {one.isReversed ? (
              <div>
                <Tag tone="ended">{words.one.reversed}</Tag>
              </div>
            ) : (
              <div className="flex flex-wrap gap-2 print:hidden">
                {mayRefund && one.refundablePaise > 0 ? (
                  <RefundPayment
                    paymentId={one.paymentId}
                    receiptNumber={one.receiptNumber}
                    refundablePaise={one.refundablePaise}
                    isOnline={one.isOnline}
                    isLive={isLive}
                    locale={locale}
                    words={{ ...refundWords, required: fieldErrors.required }}
                  />
                ) : null}
                {mayCorrect && one.isReversible ? (
                  <ReversePayment
                    paymentId={one.paymentId}
                    receiptNumber={one.receiptNumber}
                    amountPaise={one.amountPaise}
                    locale={locale}
                    words={{ ...words.reverse, ...shared }}
                  />
                ) : null}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
