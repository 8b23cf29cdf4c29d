import { getTranslations } from "next-intl/server";
import { HoldTimer } from "@/components/booking/hold-timer";
import { momentOf } from "@/components/booking/when";
import { stepHref } from "@/components/booking/wish";
import { wishOfBooking } from "@/components/booking/wish-of-booking";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { BookingStatus } from "@/lib/core/booking-state";
import { formatDate, formatDay } from "@/lib/core/format-time";
import { addDays } from "@/lib/core/local-date";
import { formatMoney } from "@/lib/core/money";
import { localDateOf } from "@/lib/core/period";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";
import type { OwnBooking } from "../load-own";
import { isPaidByHand } from "./by-hand";
import { payWords } from "./pay/pay-words";

type Props = { own: OwnBooking; status: BookingStatus };

/** What happens next and by when: the first thing that anyone wants to know of a booking. */
export async function NextStep({ own, status }: Props) {
  const { ctx, booking, venue, paidPaise, duePaise, ledger, history } = own;
  const { locale } = ctx;
  const [t, calendar] = await Promise.all([
    getTranslations({ locale, namespace: "bookings.next" }),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  const until = booking.holdExpiresAt
    ? momentOf(booking.holdExpiresAt, ctx.now, { t: calendar, locale, timeZone: venue.timeZone })
    : "";
  const money = (paise: number) => formatMoney(paise, locale);
  const payHref = localePath(locale, `/bookings/${booking.id}/pay`);
  const goingBack = ledger.filter((entry) => entry.kind === "refund");
  const refund = goingBack.reduce((sum, entry) => sum + entry.amountPaise, 0);
  const isSent = goingBack.every((entry) => entry.status === "done");
  const returned = isPaidByHand(ledger)
    ? t(isSent ? "refundedAtHall" : "refundAtHall", { amount: money(refund) })
    : t(isSent ? "refunded" : "refund", { amount: money(refund) });
  const back = refund > 0 ? <p className="mt-1">{returned}</p> : null;
  const wasLate = goingBack.some((entry) => entry.reason === "late_payment");
  const wasRequest = !booking.isOption && history.some((event) => event.toStatus === "pending");
  const reason = history.findLast((event) => event.type === "reject")?.data.reason;
  const again = (
    <LinkButton href={stepHref(locale, "when", wishOfBooking(own))} tone="secondary" className="mt-3">
      {t("lookAgain")}
    </LinkButton>
  );

  switch (status) {
    case "temp_hold": {
      const { timer } = await payWords(locale);
      return (
        <Card tone="auspicious" className="grid grid-cols-1 gap-3">
          {booking.holdExpiresAt ? (
            <HoldTimer
              endsAt={booking.holdExpiresAt.toISOString()}
              serverNow={ctx.now.toISOString()}
              locale={locale}
              words={timer}
            />
          ) : null}
          {paidPaise > 0 ? (
            <p>{t("partPaid", { paid: money(paidPaise), missing: money(booking.advancePaise - paidPaise) })}</p>
          ) : null}
          <p>{t("hold", { until })}</p>
          <LinkButton href={payHref} size="lg">
            {t("goOn")}
          </LinkButton>
        </Card>
      );
    }
    case "pending": {
      const isPaid = paidPaise > 0;
      if (booking.isOption) {
        const [paid, missing] = [money(paidPaise), money(booking.advancePaise - paidPaise)];
        return (
          <Notice tone="info" title={t("option", { until })}>
            <p>{isPaid ? t("partPaid", { paid, missing }) : t("optionHint", { advance: missing })}</p>
            <LinkButton href={payHref} className="mt-3">
              {t("payNow")}
            </LinkButton>
          </Notice>
        );
      }
      return (
        <Notice tone="info" title={until ? t("pending", { until }) : t("pendingOpen")}>
          <p>
            {isPaid
              ? t("pendingPaid", { amount: money(paidPaise) })
              : booking.payAtHallAt
                ? t("pendingAtHall")
                : t("pendingHint")}
          </p>
          {booking.approvedAt && !isPaid ? (
            <LinkButton href={payHref} className="mt-3">
              {t("payNow")}
            </LinkButton>
          ) : null}
        </Notice>
      );
    }
    case "confirmed": {
      const date = formatDay(booking.startsAt, locale, venue.timeZone);
      const dueBy = addDays(localDateOf(booking.startsAt, venue.timeZone), -booking.terms.payment.balanceDueDays);
      return (
        <Notice tone="good" title={t("confirmed", { date })}>
          {history.some((event) => event.type === "late_payment") ? <p>{t("lateButYours")}</p> : null}
          <p>
            {duePaise > 0 ? t("due", { amount: money(duePaise), date: formatDate(dueBy, locale, "long") }) : t("paid")}
          </p>
          {back}
          {duePaise > 0 ? (
            <LinkButton href={payHref} className="mt-3" tone="secondary">
              {t("payNow")}
            </LinkButton>
          ) : null}
        </Notice>
      );
    }
    case "completed":
      return <Notice tone="info" title={t("completed")} />;
    case "cancelled":
      return (
        <Notice tone="info" title={t("cancelled")}>
          {back}
          {paidPaise > 0 ? <p className="mt-1">{t("kept", { amount: money(paidPaise) })}</p> : null}
          {back || paidPaise > 0 ? null : <p>{t("noRefund")}</p>}
          {again}
        </Notice>
      );
    case "expired":
      return (
        <Notice live tone="warning" title={t(wasLate ? "late" : wasRequest ? "notAnswered" : "expired")}>
          {back ?? <p>{paidPaise > 0 ? t("refund", { amount: money(paidPaise) }) : t("expiredHint")}</p>}
          {again}
        </Notice>
      );
    case "rejected":
      return (
        <Notice tone="warning" title={t("rejected")}>
          {typeof reason === "string" && reason ? <p>{t("rejectedReason", { reason })}</p> : null}
          {back}
          <p className="mt-1">{t("rejectedHint", { phone: digits(formatPhone(venue.phone), locale) })}</p>
          {again}
        </Notice>
      );
    default:
      return status satisfies never;
  }
}
