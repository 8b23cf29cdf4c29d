import { Notice } from "@/components/ui/notice";
import { isOpen } from "@/lib/core/booking-status";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import type { Messages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { fill } from "@/lib/i18n/plain-text";
import type { ReceivedByHand } from "@/lib/payments/types";

export type ReceiveWords = Messages["admin"]["money"]["receive"];

type Props = { received: ReceivedByHand; amountPaise: Paise; locale: Locale; words: ReceiveWords };

/** What was taken and how the booking stands now. */
export function ReceivedNotice({ received, amountPaise, locale, words }: Props) {
  const { bookingId, paymentId, receiptNumber, status, duePaise, advanceMissingPaise } = received;
  return (
    <Notice
      live
      tone="good"
      title={fill(words.done, { amount: formatMoney(amountPaise, locale), number: receiptNumber })}
    >
      {isOpen(status) && advanceMissingPaise > 0 ? (
        <p>{fill(words.advanceMissing, { amount: formatMoney(advanceMissingPaise, locale) })}</p>
      ) : null}
      {status === "confirmed" && duePaise > 0 ? <p>{words.confirmed}</p> : null}
      {duePaise === 0 ? <p>{words.paidAll}</p> : null}
      <a
        href={localePath(locale, `/bookings/${bookingId}/receipts/${paymentId}`)}
        className="text-link inline-flex min-h-11 items-center"
      >
        {words.receipt}
      </a>
    </Notice>
  );
}
