import { getTranslations } from "next-intl/server";
import { momentOf } from "@/components/booking/when";
import { Notice } from "@/components/ui/notice";
import type { BookingView } from "@/lib/bookings/queries";
import type { Locale } from "@/lib/core/locale";

/** Kept by the hall without money, and until when. */
export async function OptionNotice({ view, locale, now }: { view: BookingView; locale: Locale; now: Date }) {
  const [t, calendar] = await Promise.all([
    getTranslations({ locale, namespace: "admin.booking" }),
    getTranslations({ locale, namespace: "calendar" }),
  ]);
  const { holdExpiresAt } = view.booking;
  const clock = { t: calendar, locale, timeZone: view.venue.timeZone };
  return (
    <Notice title={t("option")}>
      {holdExpiresAt ? t("optionUntil", { time: momentOf(holdExpiresAt, now, clock) }) : null}
    </Notice>
  );
}
