import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type Clock, momentOf, spanOf } from "@/components/booking/when";
import { Notice } from "@/components/ui/notice";
import type { OpenClaim } from "@/lib/bookings/types";
import { formatDay } from "@/lib/core/format-time";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatNumber } from "@/lib/core/money";
import { formatPhone } from "@/lib/core/phone";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { DOT, digits } from "@/lib/i18n/plain-text";
import { RequestActions } from "./request-actions";
import { timeLeft } from "./time-left";

type Props = { claim: OpenClaim; locale: Locale; now: Date; isLapsed: boolean };

/** All that one needs to say yes or no. */
export async function RequestCard({ claim, locale, now, isLapsed }: Props) {
  const [t, today, calendar, words] = await Promise.all([
    getTranslations({ locale, namespace: "admin.requests" }),
    getTranslations({ locale, namespace: "admin.today" }),
    getTranslations({ locale, namespace: "calendar" }),
    loadMessages(locale),
  ]);
  const clock: Clock = { t: calendar, locale, timeZone: claim.timeZone };
  const until = claim.holdExpiresAt;
  const guests = { count: claim.guests, guests: formatNumber(claim.guests, locale) };
  return (
    <article className="grid gap-3 rounded-card border border-rule bg-paper p-4 md:grid-cols-[minmax(0,1fr)_auto] md:p-5">
      <div className="min-w-0">
        <h3 className="text-lg">
          <Link href={localePath(locale, `/admin/bookings/${claim.bookingId}`)} className="hover:underline">
            {claim.eventTitle}
          </Link>
        </h3>
        <p className="font-semibold">
          {formatDay(claim.startsAt, locale, claim.timeZone)}
          {DOT}
          {spanOf(claim, clock)}
        </p>
        <p className="text-ink-2">
          {claim.spaceNames.map((name) => textIn(name, locale)).join(", ")}
          {DOT}
          {today("guests", guests)}
          {DOT}
          {t("total", { amount: formatMoney(claim.totalPaise, locale) })}
          {claim.paidPaise > 0 ? `${DOT}${t("paid", { amount: formatMoney(claim.paidPaise, locale) })}` : ""}
        </p>
        <p>
          {claim.customer.name}
          {DOT}
          <a href={`tel:${claim.customer.phone}`} className="text-link">
            {digits(formatPhone(claim.customer.phone), locale)}
          </a>{" "}
          <span className="whitespace-nowrap text-ink-3">
            {DOT}
            {claim.number}
          </span>
        </p>
        {claim.specialRequests ? <Notice tone="info">{claim.specialRequests}</Notice> : null}
      </div>
      <div className="grid content-between gap-3 md:justify-items-end">
        {until ? (
          <p className="md:text-right">
            {isLapsed ? (
              t("ranOut", { time: momentOf(until, now, clock) })
            ) : (
              <>
                <b className="text-brand">{t("left", { left: timeLeft(until, now, words.admin.requests, locale) })}</b>
                <span className="block text-[0.9375rem] text-ink-2">
                  {t("answerBy", { time: momentOf(until, now, clock) })}
                </span>
              </>
            )}
          </p>
        ) : null}
        <RequestActions
          bookingId={claim.bookingId}
          number={claim.number}
          isLapsed={isLapsed}
          words={{ ...words.admin.requests, offline: words.admin.offline }}
        />
      </div>
    </article>
  );
}
