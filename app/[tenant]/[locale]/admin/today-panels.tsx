import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MatterRow } from "@/components/admin/matter-row";
import { Panel } from "@/components/admin/panel";
import { ResendButton } from "@/components/admin/resend-button";
import { timeLeft } from "@/components/admin/time-left";
import { momentOf } from "@/components/booking/when";
import type { OpenClaim } from "@/lib/bookings/types";
import { formatDate, formatDay } from "@/lib/core/format-time";
import { daysBetween, type LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { formatPhone } from "@/lib/core/phone";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { DOT, digits } from "@/lib/i18n/plain-text";
import { listFailedMessages } from "@/lib/messages/failed-messages";
import type { OwedPage } from "@/lib/payments/owed";
import type { AdminCtx } from "@/lib/web/load-admin";
import { isRequest } from "./requests/is-request";

type Claims = { claims: readonly OpenClaim[]; locale: Locale; now: Date };
export const SHOWN = 8;

const bookingPath = (locale: Locale, bookingId: string) => localePath(locale, `/admin/bookings/${bookingId}`);
const countOf = (list: readonly unknown[], locale: Locale) => (list.length > 0 ? digits(list.length, locale) : null);

export async function RequestsPanel({ claims, locale, now }: Claims) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "admin.today" }),
    loadMessages(locale).then(({ admin }) => admin.requests),
  ]);
  const waiting = claims.filter(isRequest);
  const all = (
    <Link href={localePath(locale, "/admin/requests")} className="text-link inline-flex min-h-11 items-center">
      {t("allRequests")}
    </Link>
  );
  return (
    <Panel title={t("requests")} count={countOf(waiting, locale)} more={all}>
      {waiting.length === 0 ? <p className="text-ink-2">{t("noRequests")}</p> : null}
      {waiting.slice(0, SHOWN).map((one) => (
        <MatterRow
          key={one.bookingId}
          href={bookingPath(locale, one.bookingId)}
          title={one.eventTitle}
          detail={`${formatDay(one.startsAt, locale, one.timeZone, "short")}${DOT}${one.customer.name ?? ""}`}
          aside={one.holdExpiresAt ? timeLeft(one.holdExpiresAt, now, words, locale) : null}
          isUrgent
        />
      ))}
    </Panel>
  );
}

/** Online holds, options, and what was approved and waits for its advance. */
export async function HoldsPanel({ claims, locale, now }: Claims) {
  const [t, calendar] = await Promise.all([
    getTranslations({ locale, namespace: "admin.today" }),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  const holds = claims.filter((one) => !isRequest(one));
  const kind = (one: OpenClaim) =>
    one.status === "temp_hold" ? t("hold") : one.isOption ? t("option") : t("awaitsMoney");
  return (
    <Panel title={t("holds")} count={countOf(holds, locale)}>
      {holds.length === 0 ? <p className="text-ink-2">{t("noHolds")}</p> : null}
      {holds.slice(0, SHOWN).map((one) => (
        <MatterRow
          key={one.bookingId}
          href={bookingPath(locale, one.bookingId)}
          title={one.eventTitle}
          detail={`${kind(one)}${DOT}${formatDay(one.startsAt, locale, one.timeZone, "short")}`}
          aside={
            one.holdExpiresAt
              ? t("until", { time: momentOf(one.holdExpiresAt, now, { t: calendar, locale, timeZone: one.timeZone }) })
              : null
          }
        />
      ))}
    </Panel>
  );
}

export async function DuesPanel({ dues, today, locale }: { dues: OwedPage; today: LocalDate; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "admin.today" });
  const all = (
    <Link href={localePath(locale, "/admin/money")} className="text-link inline-flex min-h-11 items-center">
      {t("allMoney")}
    </Link>
  );
  return (
    <Panel title={t("money")} count={dues.duePaise > 0 ? formatMoney(dues.duePaise, locale) : null} more={all}>
      {dues.count === 0 ? <p className="text-ink-2">{t("noMoney")}</p> : null}
      {dues.rows.map((one) => {
        const days = daysBetween(one.dueOn, today);
        return (
          <MatterRow
            key={one.bookingId}
            href={bookingPath(locale, one.bookingId)}
            title={one.eventTitle}
            detail={
              <>
                {one.customer.name}
                {DOT}
                <span className="whitespace-nowrap">{digits(formatPhone(one.customer.phone), locale)}</span>
              </>
            }
            aside={
              <>
                <b className="block">{formatMoney(one.duePaise, locale)}</b>
                <span className={`text-[0.9375rem] ${one.isOverdue ? "font-semibold text-alert" : "text-ink-2"}`}>
                  {days > 0
                    ? t("late", { days, n: digits(days, locale) })
                    : t("dueOn", { date: formatDate(one.dueOn, locale, "short") })}
                </span>
              </>
            }
          />
        );
      })}
    </Panel>
  );
}

/** Comes by itself: a page need not wait for it. */
export async function MessagesPanel({ ctx }: { ctx: AdminCtx }) {
  const { locale } = ctx;
  const [t, { admin }, failed] = await Promise.all([
    getTranslations({ locale, namespace: "admin.today" }),
    loadMessages(locale),
    listFailedMessages(ctx),
  ]);
  const { resend, resending, resent } = admin.today;
  return (
    <Panel title={t("messages")} count={countOf(failed, locale)}>
      {failed.length === 0 ? <p className="text-ink-2">{t("noMessages")}</p> : null}
      {failed.slice(0, SHOWN).map((one) => (
        <div key={one.id} className="flex flex-wrap items-center justify-between gap-3 border-rule border-t py-2.5">
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-semibold">
              {digits(formatPhone(one.recipient), locale)}
              {one.bookingId ? (
                <>
                  {DOT}
                  <Link href={bookingPath(locale, one.bookingId)} className="text-link">
                    {one.number}
                  </Link>
                </>
              ) : null}
            </p>
            <p className="line-clamp-2 text-[0.9375rem] text-ink-2">{one.text}</p>
          </div>
          <ResendButton messageId={one.id} words={{ resend, resending, resent, offline: admin.offline }} />
        </div>
      ))}
    </Panel>
  );
}
