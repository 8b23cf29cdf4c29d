import { formatDay } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { Messages } from "@/lib/i18n/load-messages";
import { DOT, fill } from "@/lib/i18n/plain-text";
import type { BookingMoney } from "@/lib/payments/types";
import type { MethodWords } from "./method-choice";

type Props = {
  returned: BookingMoney["returned"];
  timeZone: string;
  locale: Locale;
  methods: MethodWords;
  words: Messages["admin"]["money"];
};

/** Refunds and corrections, each under its voucher. */
export function ReturnedList({ returned, timeZone, locale, methods, words }: Props) {
  return (
    <ul>
      {returned.map((one) => (
        <li key={one.refundId} className="grid gap-1 border-rule border-t py-3">
          <div className="flex items-start justify-between gap-3">
            <p>
              <b>{words.refunds[one.kind]}</b> <span className="text-ink-2">{one.voucherNumber}</span>
            </p>
            <b>{formatMoney(-one.amountPaise, locale)}</b>
          </div>
          <p className="text-[0.9375rem] text-ink-2">
            {[
              formatDay(one.at, locale, timeZone, "short"),
              methods[one.method],
              one.reference,
              fill(words.refunds.of, { number: one.receiptNumber }),
              one.by ? fill(words.by, { name: one.by }) : null,
            ]
              .filter(Boolean)
              .join(DOT)}
          </p>
          {one.reason ? <p className="text-[0.9375rem]">{one.reason}</p> : null}
        </li>
      ))}
    </ul>
  );
}
