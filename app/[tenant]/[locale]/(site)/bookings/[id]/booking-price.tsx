import { getTranslations } from "next-intl/server";
import { functionName } from "@/components/booking/function-lines";
import { MoneyRow, QuoteTable } from "@/components/booking/quote-table";
import { isLive, shownStatus } from "@/components/booking/status";
import { formatDate } from "@/lib/core/format-time";
import { formatMoney } from "@/lib/core/money";
import { DOT } from "@/lib/i18n/plain-text";
import type { OwnBooking } from "../load-own";

/** The price as it was agreed, what has been paid, and what is left. */
export async function BookingPrice({ own }: { own: OwnBooking }) {
  const { ctx, booking, functions, lines, paidPaise, duePaise } = own;
  const { locale } = ctx;
  const [t, names] = await Promise.all([
    getTranslations({ locale, namespace: "booking.lines" }),
    getTranslations({ locale, namespace: "booking.functions" }),
  ]);
  const isOwed = isLive(shownStatus(booking, ctx.now));
  return (
    <QuoteTable
      locale={locale}
      lines={lines.map((line) => ({ ...line, functionIndex: line.functionPosition }))}
      functionNames={functions.map(
        (one) => `${functionName(names, one.name)}${DOT}${formatDate(one.date, locale, "short")}`,
      )}
      totalPaise={booking.totalPaise}
      taxablePaise={booking.taxablePaise}
      gstPaise={booking.gstPaise}
    >
      <MoneyRow label={t("paid")} amount={formatMoney(paidPaise, locale)} />
      {isOwed ? <MoneyRow label={t("due")} amount={formatMoney(duePaise, locale)} /> : null}
      {booking.depositPaise > 0 && isOwed ? (
        <MoneyRow label={t("deposit")} hint={t("depositHint")} amount={formatMoney(booking.depositPaise, locale)} />
      ) : null}
    </QuoteTable>
  );
}
