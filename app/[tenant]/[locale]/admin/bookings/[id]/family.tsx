import { getTranslations } from "next-intl/server";
import { Section } from "@/components/booking/section";
import { LinkButton } from "@/components/ui/button";
import type { BookingView } from "@/lib/bookings/queries";
import type { Locale } from "@/lib/core/locale";
import { formatPhone } from "@/lib/core/phone";
import { digits } from "@/lib/i18n/plain-text";

/** Whom to call, and how they came. */
export async function BookingFamily({ view, locale }: { view: BookingView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "admin.booking" });
  const { customer, booking } = view;
  return (
    <Section title={t("family")}>
      <p>
        <b>{customer.name}</b>
        <span className="block text-ink-2">{digits(formatPhone(customer.phone), locale)}</span>
      </p>
      <p className="text-ink-2">
        {t("source")}: {t(`sources.${booking.source}`)}
      </p>
      <div>
        <LinkButton tone="secondary" href={`tel:${customer.phone}`}>
          {t("call")}
        </LinkButton>
      </div>
    </Section>
  );
}
