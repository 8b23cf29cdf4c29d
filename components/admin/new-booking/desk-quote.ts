import type { DeskVenue } from "@/lib/bookings/types";
import { withDiscount } from "@/lib/core/discount";
import type { LocalDate } from "@/lib/core/local-date";
import { customPeriod } from "@/lib/core/period";
import { type Quote, type QuotedFunction, quoteBooking } from "@/lib/core/quote";
import { expandSlot } from "@/lib/core/slots";
import { countOf, type Draft, extrasOf, paiseOf, wantedOf } from "./draft";

/**
 * What the draft costs as far as it goes, by the hall's own prices and the server's own arithmetic, with every key that is
 * pressed. Null while nothing is chosen, or where the hall has no price for it. The server prices it again when it is saved.
 */
export function deskQuote(draft: Draft, venue: DeskVenue, muhuratDates: ReadonlySet<LocalDate>): Quote | null {
  const { timeZone } = venue.settings;
  const functions = wantedOf(draft).flatMap((one): QuotedFunction[] => {
    const space = venue.spaces.find(({ id }) => id === one.spaceId);
    const slotId = "slotId" in one ? one.slotId : null;
    const slot = venue.slots.find(({ id }) => id === slotId);
    const date = "date" in one ? one.date : one.startsAt.slice(0, 10);
    const period =
      "startsAt" in one ? customPeriod(one.startsAt, one.endsAt, timeZone) : slot && expandSlot(slot, date, timeZone);
    return space && period ? [{ spaceId: space.id, spaceName: space.name, slotId, date, period }] : [];
  });
  if (functions.length === 0) return null;
  try {
    const quote = quoteBooking({
      functions: functions.toSorted((a, b) => a.period.startsAt.getTime() - b.period.startsAt.getTime()),
      guests: countOf(draft.guests) ?? 0,
      addOns: extrasOf(draft).flatMap(({ addOnId, quantity }) => {
        const addOn = venue.addOns.find(({ id }) => id === addOnId);
        return addOn ? [{ addOn, quantity }] : [];
      }),
      ...{ prices: venue.prices, rules: venue.rules, muhuratDates, terms: venue.paymentTerms },
    });
    const paise = paiseOf(draft.discount) ?? 0;
    return paise > 0 ? withDiscount(quote, { paise, reason: draft.reason.trim() }, venue.paymentTerms) : quote;
  } catch {
    return null;
  }
}
