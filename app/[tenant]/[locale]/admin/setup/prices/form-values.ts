import { findPrice, type PriceRule } from "@/lib/core/pricing";
import type { VenueBook } from "@/lib/venues/types";

/** As most halls have it: renting a hall, SAC 997212, 18 per cent. */
const USUAL = { gstRate: 18, sac: "997212" };

/** Each space's row of prices, in rupees as they are typed: every session, then an hour. */
export function priceFormValues({ venue, prices }: VenueBook) {
  return venue.spaces.map(({ id: spaceId }) => {
    const { gstRate, sac } = prices.find((price) => price.spaceId === spaceId) ?? USUAL;
    const slotIds = [...venue.slots.map(({ id }) => id), null];
    return {
      ...{ spaceId, gstRate, sac },
      prices: slotIds.map((slotId) => {
        const price = findPrice(prices, spaceId, slotId);
        return { slotId, amount: price ? String(price.amountPaise / 100) : "" };
      }),
    };
  });
}

export function ruleFormValues({ id, label, spaceId, slotId, when, adjust, stop }: PriceRule) {
  return {
    ...{ id, label, spaceId, slotId, stop },
    ...{ weekdays: when.weekdays ?? [], from: when.from ?? null, to: when.to ?? null, muhurat: when.muhurat ?? null },
    adjust: {
      kind: adjust.kind,
      value: String(adjust.kind === "percent" ? adjust.percent : adjust.paise / 100),
    },
  };
}
