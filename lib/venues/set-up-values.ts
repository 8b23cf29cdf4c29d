import "server-only";
import type { VenueBook } from "./types";

// The values of each form of the set-up as they hold: shown, compared with what was seen, and kept as "before".

export function venueValues({ venue }: VenueBook) {
  const { name, about, address, phone, whatsapp, latitude, longitude, amenities, included, houseRules } = venue;
  return { name, about, address, phone, whatsapp, latitude, longitude, amenities, included, houseRules };
}

export function bookingRuleValues({ venue }: VenueBook) {
  const { timeZone: _, currency: __, ...values } = venue.settings;
  return values;
}

export function policyValues({ venue }: VenueBook) {
  const { termsText, paymentTerms, cancellationTerms } = venue;
  return { termsText, paymentTerms, cancellationTerms };
}

/** In one order, since the database gives them in none. */
export function priceValues({ prices }: Pick<VenueBook, "prices">) {
  const keyOf = (price: { spaceId: string; slotId: string | null }) => `${price.spaceId} ${price.slotId ?? ""}`;
  return prices.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
