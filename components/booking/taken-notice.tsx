import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/core/format-time";
import type { LocalDate } from "@/lib/core/local-date";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { Venue } from "@/lib/venues/types";
import type { ChosenFunction } from "./chosen-function";

export type Offer = {
  date: LocalDate;
  spaceId: string;
  slotId: string;
  pricePaise: number;
  why: "other-space" | "other-session" | "nearest-date";
};

type Props = {
  locale: Locale;
  venue: Venue;
  /** The function that is gone, in words. */
  what: string;
  offers: readonly Offer[];
  /** The same wish with this offer in its place. */
  hrefOf: (offer: Offer) => string;
  calendarHref: string;
};

/** "Sun 7 Feb · Lawn · Evening". */
export function wordsOf({ date, spaceName, slotName }: ChosenFunction, locale: Locale): string {
  const where = [textIn(spaceName, locale), ...(slotName ? [textIn(slotName, locale)] : [])];
  return [formatDate(date, locale, "short"), ...where].join(" · ");
}

/** Somebody was quicker: not an error but an offer, and everything else that was chosen stays. */
export async function TakenNotice({ locale, venue, what, offers, hrefOf, calendarHref }: Props) {
  const t = await getTranslations({ locale, namespace: "booking.taken" });
  return (
    <Notice tone="warning" title={t("title", { what })}>
      <p>{offers.length > 0 ? t("offers") : t("none")}</p>
      <ul className="mt-2 grid gap-2">
        {offers.map((offer) => (
          <li key={`${offer.date}${offer.spaceId}${offer.slotId}`}>
            <OfferLink offer={offer} locale={locale} venue={venue} href={hrefOf(offer)} why={t(`why.${offer.why}`)} />
          </li>
        ))}
      </ul>
      <Link href={calendarHref} className="text-link mt-2 inline-flex min-h-11 items-center">
        {t("calendar")}
      </Link>
    </Notice>
  );
}

type OfferProps = { offer: Offer; locale: Locale; venue: Venue; href: string; why: string };

function OfferLink({ offer, locale, venue, href, why }: OfferProps) {
  const space = venue.spaces.find((one) => one.id === offer.spaceId);
  const slot = venue.slots.find((one) => one.id === offer.slotId);
  return (
    <Link
      href={href}
      className="flex min-h-14 items-center justify-between gap-3 rounded-card border border-edge bg-card px-4 py-2 text-ink no-underline hover:bg-paper-2"
    >
      <span className="min-w-0">
        <span className="block text-[0.875rem] text-ink-2">{why}</span>
        <span className="block font-semibold">
          {formatDate(offer.date, locale, "short")} · {space ? textIn(space.name, locale) : ""} ·{" "}
          {slot ? textIn(slot.name, locale) : ""}
        </span>
      </span>
      <b className="shrink-0">{formatMoney(offer.pricePaise, locale)}</b>
    </Link>
  );
}
