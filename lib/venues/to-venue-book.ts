import "server-only";
import type { addOns, priceRules, prices } from "@/db/schema/prices";
import type { slots, spaces, venues } from "@/db/schema/venues";
import type { Paise } from "@/lib/core/money";
import type { VenueSettings } from "@/lib/core/venue-settings";
import type { VenueBook } from "./types";

type Rows = {
  venue: typeof venues.$inferSelect;
  spaceRows: (typeof spaces.$inferSelect)[];
  partRows: { spaceId: string; partId: string }[];
  slotRows: (typeof slots.$inferSelect)[];
  priceRows: (typeof prices.$inferSelect)[];
  ruleRows: (typeof priceRules.$inferSelect)[];
  addOnRows: (typeof addOns.$inferSelect)[];
};

export function settingsOf(venue: Rows["venue"]): VenueSettings {
  const { timeZone, currency, setupMinutes, cleanupMinutes, leadMinutes, horizonMonths } = venue;
  const { minMinutes, maxMinutes, holdMinutes, answerMinutes, confirmation, payAtHall, customTimes } = venue;
  const window = {
    timeZone,
    currency,
    setupMinutes,
    cleanupMinutes,
    leadMinutes,
    horizonMonths,
    minMinutes,
    maxMinutes,
  };
  return { ...window, holdMinutes, answerMinutes, confirmation, payAtHall, customTimes };
}

function lowest(amounts: Paise[]): Paise | null {
  return amounts.length > 0 ? Math.min(...amounts) : null;
}

/** Rows as the rest of the code speaks of them. A space without rows in space_parts is its own part; a slot is offered where it has a price. */
export function toVenueBook(rows: Rows): VenueBook {
  const { venue, spaceRows, partRows, slotRows, priceRows, ruleRows, addOnRows } = rows;
  const spaces = spaceRows.map(({ id, name, about, capacity, illustration, sortOrder }) => {
    const parts = partRows.filter((part) => part.spaceId === id).map((part) => part.partId);
    const sessions = priceRows.filter((price) => price.spaceId === id && price.slotId !== null);
    const fromPricePaise = lowest(sessions.map((price) => price.amountPaise));
    return {
      id,
      name,
      about,
      capacity,
      illustration,
      sortOrder,
      partIds: parts.length > 0 ? parts : [id],
      fromPricePaise,
    };
  });
  const slots = slotRows.map(({ id, name, startTime, lengthMinutes, weekdays, sortOrder }) => {
    const priced = new Set(priceRows.filter((price) => price.slotId === id).map((price) => price.spaceId));
    const spaceIds = spaces.map((space) => space.id).filter((spaceId) => priced.has(spaceId));
    return { id, spaceIds, name, startTime, lengthMinutes, weekdays, sortOrder };
  });
  const addOns = addOnRows.map(({ id, name, about, unit, unitPricePaise, gstRate, sac, maxQuantity }) => ({
    ...{ id, name, about, unit, unitPricePaise, gstRate, sac, maxQuantity },
  }));
  const { id, slug, name, about, address, latitude, longitude, phone, whatsapp } = venue;
  const { amenities, included, houseRules, illustration, paymentTerms, cancellationTerms, termsText } = venue;
  return {
    venue: {
      ...{ id, slug, name, about, address, latitude, longitude, phone, whatsapp },
      ...{ amenities, included, houseRules, illustration, paymentTerms, cancellationTerms, termsText },
      ...{ settings: settingsOf(venue), spaces, slots, addOns },
    },
    sortOrder: venue.sortOrder,
    prices: priceRows.map(({ spaceId, slotId, amountPaise, gstRate, sac }) => ({
      spaceId,
      slotId,
      amountPaise,
      gstRate,
      sac,
    })),
    rules: ruleRows.map(({ id, label, position, spaceId, slotId, when, adjust, stop }) => ({
      ...{ id, label, position, spaceId, slotId, when, adjust, stop },
    })),
  };
}
