import { getTranslations } from "next-intl/server";
import { CompleteBooking } from "@/components/admin/bookings/complete-booking";
import { SureOption } from "@/components/admin/bookings/sure-option";
import { RequestActions } from "@/components/admin/request-actions";
import { CancelBooking } from "@/components/booking/cancel-booking";
import { LinkButton } from "@/components/ui/button";
import { previewCancellation } from "@/lib/bookings/preview-cancellation";
import type { BookingView } from "@/lib/bookings/queries";
import type { BookingStatus } from "@/lib/core/booking-state";
import { isOpen } from "@/lib/core/booking-status";
import { formatDay } from "@/lib/core/format-time";
import { formatMoney } from "@/lib/core/money";
import { mayDo } from "@/lib/core/permissions";
import { isAppError } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import type { AdminCtx } from "@/lib/web/load-admin";

type Props = { ctx: AdminCtx; view: BookingView; status: BookingStatus };

/** What the booking's state allows now; what cancelling gives back is said before it is asked. */
export async function BookingActions({ ctx, view, status }: Props) {
  const { locale, now } = ctx;
  const { booking, venue } = view;
  const { id: bookingId, number } = booking;
  const isLapsed = status === "expired" && booking.startsAt > now;
  const awaitsApproval = status === "pending" && booking.approvedAt === null;
  const advanceMissing = booking.advancePaise - view.paidPaise;
  const mayBeSure =
    booking.isOption && status === "pending" && !awaitsApproval && mayDo(ctx.actor, "booking.sure-without-advance");
  const stands = isOpen(status) || status === "confirmed";
  const [t, { admin }, preview] = await Promise.all([
    getTranslations({ locale, namespace: "admin.booking" }),
    loadMessages(locale),
    stands ? previewCancellation(ctx, { bookingId }).catch(nothing) : null,
  ]);
  const money = (paise: number) => formatMoney(paise, locale);
  return (
    <div className="flex flex-wrap gap-2">
      {awaitsApproval || isLapsed ? (
        <RequestActions
          bookingId={bookingId}
          number={number}
          isLapsed={isLapsed}
          words={{ ...admin.requests, offline: admin.offline }}
        />
      ) : null}
      {mayBeSure ? (
        <SureOption
          bookingId={bookingId}
          number={number}
          words={{
            ...admin.booking.sure,
            title: t("sure.title", { number }),
            means: t("sure.means", { missing: money(advanceMissing) }),
            offline: admin.offline,
          }}
        />
      ) : null}
      {status === "confirmed" && booking.endsAt <= now ? (
        <CompleteBooking bookingId={bookingId} number={number} words={{ ...admin.booking, offline: admin.offline }} />
      ) : null}
      {status === "confirmed" || status === "pending" ? (
        <LinkButton tone="secondary" href={localePath(locale, `/admin/bookings/${bookingId}/move`)}>
          {t("move")}
        </LinkButton>
      ) : null}
      {preview ? (
        <CancelBooking
          bookingId={bookingId}
          refundPaise={preview.refundPaise}
          words={{
            ...admin.booking.cancel,
            title: t("cancel.title", { number }),
            lost: t("cancel.lost", {
              title: booking.eventTitle,
              date: formatDay(booking.startsAt, locale, venue.timeZone),
            }),
            refund:
              preview.paidPaise === 0
                ? t("cancel.nothingPaid")
                : t("cancel.refund", {
                    paid: money(preview.paidPaise),
                    refund: money(preview.refundPaise),
                    kept: money(preview.paidPaise - preview.refundPaise),
                  }),
            arrives: preview.refundPaise > 0 ? t("cancel.arrives") : "",
            offline: admin.offline,
          }}
        />
      ) : null}
    </div>
  );
}

/** Somebody else changed it meanwhile: there is nothing to offer. */
function nothing(error: unknown): null {
  if (isAppError(error)) return null;
  throw error;
}
