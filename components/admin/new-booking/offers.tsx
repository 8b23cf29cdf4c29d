"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DeskVenue } from "@/lib/bookings/types";
import { type Alternative, alternatives } from "@/lib/core/alternatives";
import { formatDate } from "@/lib/core/format-time";
import type { LocalDate } from "@/lib/core/local-date";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { DOT } from "@/lib/i18n/plain-text";
import { spaceName } from "./session-choice";
import { useDaysAround } from "./use-desk-days";
import type { DeskWords } from "./words";

type Props = {
  wanted: { date: LocalDate; spaceId: string; slotId: string };
  guests: number;
  venue: DeskVenue;
  words: DeskWords;
  locale: Locale;
  onTake: (offer: Alternative) => void;
};

/** Somebody has it: what to say to the customer on the phone instead, each taken with one key. */
export function Offers({ wanted, guests, venue, words, locale, onTake }: Props) {
  const days = useDaysAround(venue.id, wanted.date, true);
  const offers = alternatives({ days, spaces: venue.spaces, wanted, guests });
  const slotName = (slotId: string) => {
    const slot = venue.slots.find(({ id }) => id === slotId);
    return slot ? textIn(slot.name, locale) : "";
  };
  return (
    <Notice tone="warning" live title={words.taken}>
      <p>{days.length > 0 && offers.length === 0 ? words.noOffer : words.offers}</p>
      <ul className="mt-2 grid gap-2 sm:grid-cols-2">
        {offers.map((offer) => (
          <li key={`${offer.date}${offer.slotId}${offer.spaceId}`}>
            <Button tone="secondary" wide className="justify-between" onClick={() => onTake(offer)}>
              <span className="text-left">
                <span className="block text-[0.875rem] font-medium text-ink-2">{words.why[offer.why]}</span>
                {[
                  formatDate(offer.date, locale, "short"),
                  slotName(offer.slotId),
                  spaceName(venue, offer.spaceId, locale),
                ].join(DOT)}
              </span>
              <b>{formatMoney(offer.pricePaise, locale)}</b>
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
