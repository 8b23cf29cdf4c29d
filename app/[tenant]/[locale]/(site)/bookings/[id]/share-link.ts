import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { functionName } from "@/components/booking/function-lines";
import { spanOf } from "@/components/booking/when";
import { formatDate } from "@/lib/core/format-time";
import { textIn } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import type { OwnBooking } from "../load-own";

/** A WhatsApp message with number, dates, place and this page's address; to whom, the sender chooses. No phone number in it. */
export async function shareLink({ ctx, booking, venue, functions }: OwnBooking): Promise<string> {
  const { locale } = ctx;
  const [t, names, calendar, sent] = await Promise.all([
    getTranslations({ locale, namespace: "bookings.share" }),
    getTranslations({ locale, namespace: "booking.functions" }),
    getTranslations({ locale, namespace: "calendar" }),
    headers(),
  ]);
  const origin = `${sent.get("x-forwarded-proto") ?? "http"}://${sent.get("host") ?? ""}`;
  const text = [
    t("title", { title: booking.eventTitle, number: booking.number }),
    ...functions.map((one) =>
      t("function", {
        name: functionName(names, one.name),
        date: formatDate(one.date, locale),
        space: textIn(one.spaceName, locale),
        time: spanOf(one, { t: calendar, locale, timeZone: venue.timeZone }),
      }),
    ),
    t("place", { venue: textIn(venue.name, locale), address: textIn(venue.address, locale) }),
    `${origin}${localePath(locale, `/bookings/${booking.id}`)}`,
  ].join("\n");
  return `https://wa.me/?text=${encodeURIComponent(text)}`;
}
