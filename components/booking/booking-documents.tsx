import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { type Locale, type LocalText, textIn } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { Section } from "./section";

type Props = {
  locale: Locale;
  bookingId: string;
  venue: { name: LocalText; address: LocalText; phone: string };
  shareHref: string;
};

/** To show the family, to put in the calendar, to reach the hall. */
export async function BookingDocuments({ locale, bookingId, venue, shareHref }: Props) {
  const t = await getTranslations({ locale, namespace: "bookings.documents" });
  return (
    <Section title={textIn(venue.name, locale)}>
      <p className="text-ink-2">{textIn(venue.address, locale)}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        <LinkButton tone="secondary" href={shareHref} target="_blank" rel="noopener noreferrer">
          {t("share")}
        </LinkButton>
        <a
          className="inline-flex min-h-11 items-center rounded-card border border-edge bg-card px-4 py-2 font-semibold text-ink no-underline hover:bg-paper-2"
          href={localePath(locale, `/bookings/${bookingId}/calendar.ics`)}
        >
          {t("calendar")}
        </a>
        <LinkButton tone="secondary" href={`tel:${venue.phone}`}>
          {t("call")}
        </LinkButton>
      </div>
    </Section>
  );
}
