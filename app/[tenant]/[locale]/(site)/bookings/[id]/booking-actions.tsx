import { getTranslations } from "next-intl/server";
import { CancelBooking } from "@/components/booking/cancel-booking";
import { ReleaseHold } from "@/components/booking/release-hold";
import { LinkButton } from "@/components/ui/button";
import { previewCancellation } from "@/lib/bookings/preview-cancellation";
import type { BookingStatus } from "@/lib/core/booking-state";
import { daysUntil, mayChangeDateFree } from "@/lib/core/cancellation";
import { formatDay } from "@/lib/core/format-time";
import { formatMoney } from "@/lib/core/money";
import { isAppError } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import type { OwnBooking } from "../load-own";
import { isPaidByHand } from "./by-hand";
import { payWords } from "./pay/pay-words";

type Props = { own: OwnBooking; status: BookingStatus };

/** Moving and cancelling, where the state and the accepted terms allow it. */
export async function BookingActions({ own, status }: Props) {
  const { ctx, booking, venue } = own;
  const { locale } = ctx;
  if (status === "temp_hold") {
    const { release } = await payWords(locale);
    return (
      <div className="flex flex-wrap gap-2">
        <ReleaseHold bookingId={booking.id} words={release} />
      </div>
    );
  }
  if (status !== "pending" && status !== "confirmed") return null;
  const preview = await previewCancellation(ctx, { bookingId: booking.id }).catch((error: unknown) => {
    if (isAppError(error)) return null;
    throw error;
  });
  const daysLeft = daysUntil(booking, venue.timeZone, ctx.now);
  const mayMove = mayChangeDateFree(booking.terms.cancellation, booking.dateChanges, daysLeft);
  const t = await getTranslations({ locale, namespace: "bookings.cancel" });
  const money = (paise: number) => formatMoney(paise, locale);
  return (
    <div className="flex flex-wrap gap-2">
      {mayMove ? (
        <LinkButton tone="secondary" href={localePath(locale, `/bookings/${booking.id}/move`)}>
          {t("move")}
        </LinkButton>
      ) : null}
      {preview ? (
        <CancelBooking
          bookingId={booking.id}
          refundPaise={preview.refundPaise}
          words={{
            open: t("open"),
            title: t("title"),
            lost: t("lost", { number: booking.number, date: formatDay(booking.startsAt, locale, venue.timeZone) }),
            refund:
              preview.paidPaise === 0
                ? t("nothingPaid")
                : t("refund", {
                    paid: money(preview.paidPaise),
                    refund: money(preview.refundPaise),
                    kept: money(preview.paidPaise - preview.refundPaise),
                  }),
            arrives: preview.refundPaise > 0 ? t(isPaidByHand(own.ledger) ? "atHall" : "arrives") : "",
            reason: t("reason"),
            optional: t("optional"),
            confirm: t("confirm"),
            cancelling: t("cancelling"),
            keep: t("keep"),
            offline: t("offline"),
          }}
        />
      ) : null}
    </div>
  );
}
