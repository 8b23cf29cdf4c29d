import { getTranslations } from "next-intl/server";
import { Summary } from "@/components/admin/bookings/summary";
import { functionName } from "@/components/booking/function-lines";
import { QuoteTable } from "@/components/booking/quote-table";
import type { BookingView } from "@/lib/bookings/queries";
import { formatDate } from "@/lib/core/format-time";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { DOT } from "@/lib/i18n/plain-text";

/** Every line that was agreed, and why something was taken off. */
export async function BookingLines({ view, locale }: { view: BookingView; locale: Locale }) {
  const { booking, functions, lines } = view;
  const [t, names] = await Promise.all([
    getTranslations({ locale, namespace: "admin.booking" }),
    getTranslations({ locale, namespace: "booking.functions" }),
  ]);
  const { discountPaise, discountReason } = booking;
  return (
    <>
      {discountPaise > 0 ? (
        <p className="text-ink-2">
          {t("discount", { amount: formatMoney(discountPaise, locale), reason: discountReason ?? "" })}
        </p>
      ) : null}
      <details>
        <Summary>{t("lines")}</Summary>
        <QuoteTable
          locale={locale}
          lines={lines.map((line) => ({ ...line, functionIndex: line.functionPosition }))}
          functionNames={functions.map(
            (one) => `${functionName(names, one.name)}${DOT}${formatDate(one.date, locale, "short")}`,
          )}
          totalPaise={booking.totalPaise}
          taxablePaise={booking.taxablePaise}
          gstPaise={booking.gstPaise}
        />
      </details>
    </>
  );
}
