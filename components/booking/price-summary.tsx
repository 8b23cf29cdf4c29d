import { getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/core/format-time";
import { addDays } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { PaymentTerms } from "@/lib/core/payment-terms";
import type { Quote } from "@/lib/core/quote";
import { DOT } from "@/lib/i18n/plain-text";
import { functionName } from "./function-lines";
import { MoneyRow, QuoteTable } from "./quote-table";

type Props = {
  locale: Locale;
  priced: { quote: Quote; functions: readonly { name: string; date: string }[] };
  terms: PaymentTerms;
};

/** A wish's price: every line, what is due now and when the rest, and the deposit apart. */
export async function PriceSummary({ locale, priced: { quote, functions }, terms }: Props) {
  const [t, names] = await Promise.all([
    getTranslations({ locale, namespace: "booking.lines" }),
    getTranslations({ locale, namespace: "booking.functions" }),
  ]);
  const money = (paise: number) => formatMoney(paise, locale);
  const first = functions[0]?.date;
  return (
    <QuoteTable
      {...quote}
      locale={locale}
      functionNames={functions.map(
        (one) => `${functionName(names, one.name)}${DOT}${formatDate(one.date, locale, "short")}`,
      )}
    >
      <MoneyRow label={t("advance")} hint={t("advanceHint")} amount={money(quote.advancePaise)} />
      <MoneyRow
        label={t("balance")}
        hint={
          first
            ? t("balanceBy", { date: formatDate(addDays(first, -terms.balanceDueDays), locale, "long") })
            : undefined
        }
        amount={money(quote.balancePaise)}
      />
      {quote.depositPaise > 0 ? (
        <MoneyRow label={t("deposit")} hint={t("depositHint")} amount={money(quote.depositPaise)} />
      ) : null}
    </QuoteTable>
  );
}
