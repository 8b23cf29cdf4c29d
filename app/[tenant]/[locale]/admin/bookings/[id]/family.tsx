import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/booking/section";
import { LinkButton } from "@/components/ui/button";
import type { BookingView } from "@/lib/bookings/queries";
import type { Locale } from "@/lib/core/locale";
import { formatPhone } from "@/lib/core/phone";
import { localePath } from "@/lib/i18n/paths";
import { digits } from "@/lib/i18n/plain-text";

/** Whom to call, and how they came. */
export async function BookingFamily({ view, locale }: { view: BookingView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "admin.booking" });
  const { customer, booking, history } = view;
  const takenBy = booking.takenBy ? history.find(({ type }) => type === "create")?.by : null;
  return (
    <Section title={t("family")}>
      <p>
        <b>{customer.name}</b>
        <span className="block text-ink-2">{digits(formatPhone(customer.phone), locale)}</span>
      </p>
      <p className="text-ink-2">
        {t("source")}: {t(`sources.${booking.source}`)}
      </p>
      {takenBy ? (
        <p className="text-ink-2">
          {t("takenBy")}: {takenBy}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <LinkButton tone="secondary" href={`tel:${customer.phone}`}>
          {t("call")}
        </LinkButton>
        <Link
          href={localePath(locale, `/admin/customers/${booking.customerId}`)}
          className="text-link inline-flex min-h-11 items-center"
        >
          {t("customer")}
        </Link>
      </div>
    </Section>
  );
}
