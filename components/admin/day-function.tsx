import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { functionName } from "@/components/booking/function-lines";
import { spanOf } from "@/components/booking/when";
import { Tag } from "@/components/ui/tag";
import type { DayFunction } from "@/lib/bookings/types";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { DOT, digits } from "@/lib/i18n/plain-text";

/** A function of the day: where, when, for whom, and what must be ready. */
export async function DayFunctionCard({ one, locale }: { one: DayFunction; locale: Locale }) {
  const [t, names, calendar] = await Promise.all([
    getTranslations({ locale, namespace: "admin.today" }),
    getTranslations({ locale, namespace: "booking.functions" }),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  const guests = { count: one.guests, guests: formatNumber(one.guests, locale) };
  const extras = one.extras.map(
    ({ label, quantity, unit }) =>
      `${textIn(label, locale)}${unit === "booking" && quantity === 1 ? "" : ` × ${formatNumber(quantity, locale)}`}`,
  );
  return (
    <article className="border-tulsi border-l-4 bg-card py-2.5 pr-2 pl-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-sans font-semibold">
          {spanOf(one.period, { t: calendar, locale, timeZone: one.timeZone })}
          {DOT}
          {textIn(one.spaceName, locale)}
        </h3>
        <Tag tone={one.duePaise > 0 ? "auspicious" : "good"}>
          {one.duePaise > 0 ? t("due", { amount: formatMoney(one.duePaise, locale) }) : `✓ ${t("paid")}`}
        </Tag>
      </div>
      <p>
        <Link href={localePath(locale, `/admin/bookings/${one.bookingId}`)} className="text-link">
          {one.eventTitle}
        </Link>
        {DOT}
        {functionName(names, one.name)}
        {DOT}
        {t("guests", guests)}
      </p>
      <p className="text-ink-2">
        {one.customer.name}
        {DOT}
        <a href={`tel:${one.customer.phone}`} className="text-link">
          {digits(formatPhone(one.customer.phone), locale)}
        </a>
      </p>
      {extras.length > 0 ? (
        <p>
          <span className="text-ink-3">{t("ready")}:</span> {extras.join(", ")}
        </p>
      ) : null}
      {one.specialRequests ? (
        <p>
          <span className="text-ink-3">{t("asked")}:</span> {one.specialRequests}
        </p>
      ) : null}
    </article>
  );
}
