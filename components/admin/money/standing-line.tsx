import { formatDate } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import type { Messages } from "@/lib/i18n/load-messages";
import { fill } from "@/lib/i18n/plain-text";
import type { BookingMoney } from "@/lib/payments/types";

type Props = {
  money: BookingMoney;
  /** It is cancelled or refused, or ran out: nothing is owed. */
  isOver: boolean;
  locale: Locale;
  words: Messages["admin"]["money"]["one"];
};

/** Total, received, owed: the three numbers that everybody asks for. */
export function StandingLine({ money, isOver, locale, words }: Props) {
  const facts: { label: string; paise: Paise; isLoud?: boolean }[] = [
    { label: words.total, paise: money.totalPaise },
    { label: words.paid, paise: money.paidPaise },
    ...(isOver ? [] : [{ label: words.owes, paise: money.duePaise, isLoud: money.duePaise > 0 }]),
  ];
  return (
    <dl className="flex flex-wrap items-end gap-x-8 gap-y-3 rounded-card border border-rule bg-paper px-4 py-3">
      {facts.map(({ label, paise, isLoud }) => (
        <div key={label}>
          <dt className="text-[0.9375rem] text-ink-2">{label}</dt>
          <dd className={`text-[1.375rem] font-semibold tabular-nums ${isLoud ? "text-brand" : ""}`}>
            {formatMoney(paise, locale)}
          </dd>
        </div>
      ))}
      {money.duePaise > 0 && !isOver ? (
        <div>
          <dt className="sr-only">{words.owes}</dt>
          <dd className="text-ink-2">{fill(words.dueOn, { date: formatDate(money.dueOn, locale, "long") })}</dd>
        </div>
      ) : null}
    </dl>
  );
}
