import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/core/format-time";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import type { Venue } from "@/lib/venues/types";
import type { ChosenFunction } from "./chosen-function";
import { whereOf } from "./where";

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
  chosen: readonly ChosenFunction[];
  taken: readonly { index: number; alternatives: readonly Offer[] }[];
  /** The same wish with this offer in the place of the function that is gone. */
  hrefOf: (index: number, offer: Offer) => string;
};

/** Somebody was quicker: not an error but an offer, and everything else that was chosen stays. */
export async function TakenNotices({ locale, venue, chosen, taken, hrefOf }: Props) {
  return taken.map(({ index, alternatives }) => {
    const one = chosen[index];
    return one ? (
      <TakenNotice
        key={index}
        locale={locale}
        venue={venue}
        one={one}
        offers={alternatives}
        hrefOf={(offer) => hrefOf(index, offer)}
      />
    ) : null;
  });
}

type NoticeProps = {
  locale: Locale;
  venue: Venue;
  one: ChosenFunction;
  offers: readonly Offer[];
  hrefOf: (offer: Offer) => string;
};

async function TakenNotice({ locale, venue, one, offers, hrefOf }: NoticeProps) {
  const t = await getTranslations({ locale, namespace: "booking.taken" });
  const what = [formatDate(one.date, locale, "short"), whereOf(one, locale)].filter(Boolean).join(DOT);
  return (
    <Notice tone="warning" title={t("title", { what })}>
      <p>{offers.length > 0 ? t("offers") : t("none")}</p>
      <ul className="mt-2 grid grid-cols-1 gap-2">
        {offers.map((offer) => (
          <li key={`${offer.date}${offer.spaceId}${offer.slotId}`}>
            <OfferLink offer={offer} locale={locale} venue={venue} href={hrefOf(offer)} why={t(`why.${offer.why}`)} />
          </li>
        ))}
      </ul>
      <Link
        href={localePath(locale, `/venues/${venue.slug}?date=${one.date}`)}
        className="text-link mt-2 inline-flex min-h-11 items-center"
      >
        {t("calendar")}
      </Link>
    </Notice>
  );
}

type OfferProps = { offer: Offer; locale: Locale; venue: Venue; href: string; why: string };

function OfferLink({ offer, locale, venue, href, why }: OfferProps) {
  const spaceName = venue.spaces.find((one) => one.id === offer.spaceId)?.name ?? null;
  const slotName = venue.slots.find((one) => one.id === offer.slotId)?.name ?? null;
  return (
    <Link
      href={href}
      className="flex min-h-14 items-center justify-between gap-3 rounded-card border border-edge bg-card px-4 py-2 text-ink no-underline hover:bg-paper-2"
    >
      <span className="min-w-0">
        <span className="block text-[0.875rem] text-ink-2">{why}</span>
        <span className="block font-semibold">
          {formatDate(offer.date, locale, "short")}
          {DOT}
          {whereOf({ spaceName, slotName }, locale)}
        </span>
      </span>
      <b className="shrink-0">{formatMoney(offer.pricePaise, locale)}</b>
    </Link>
  );
}
