import { getTranslations } from "next-intl/server";
import { button, LinkButton } from "@/components/ui/button";
import { type Locale, type LocalText, textIn } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { Section } from "./section";

type Props = {
  locale: Locale;
  bookingId: string;
  venue: { name: LocalText; address: LocalText; phone: string };
  /** Null for a booking that is over before it was: there is nothing to show or to put in a calendar. */
  shareHref: string | null;
};

/** To show the family, to put in the calendar, to reach the hall. */
export async function BookingDocuments({ locale, bookingId, venue, shareHref }: Props) {
  const t = await getTranslations({ locale, namespace: "bookings.documents" });
  return (
    <Section title={textIn(venue.name, locale)}>
      <p className="text-ink-2">{textIn(venue.address, locale)}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        {shareHref ? (
          <>
            <LinkButton tone="secondary" href={shareHref} target="_blank" rel="noopener noreferrer">
              {t("share")}
            </LinkButton>
            <a
              className={button({ tone: "secondary" })}
              href={localePath(locale, `/bookings/${bookingId}/calendar.ics`)}
            >
              {t("calendar")}
            </a>
          </>
        ) : null}
        <LinkButton tone="secondary" href={`tel:${venue.phone}`}>
          {t("call")}
        </LinkButton>
      </div>
    </Section>
  );
}
