import type { Space } from "@/lib/core/availability";
import type { LocalDate } from "@/lib/core/local-date";
import type { Price, PriceRule } from "@/lib/core/pricing";
import type { AddOn } from "@/lib/core/quote";
import type { Slot } from "@/lib/core/slots";
import type { VenueSettings } from "@/lib/core/venue-settings";
import type { VenueRecipe } from "./recipe";
import { HALL_GST, HALL_SAC, recipeIds } from "./recipe-ids";

/** A recipe as the rules of lib/core read it; maps go from the recipe's keys. */
export type Hall = {
  spaces: Map<string, Space>;
  slots: Map<string, Slot>;
  addOns: Map<string, AddOn>;
  prices: Price[];
  rules: PriceRule[];
  settings: VenueSettings;
  muhurat: ReadonlySet<LocalDate>;
};

export function hallOf(tenantSlug: string, recipe: VenueRecipe): Hall {
  const ids = recipeIds(tenantSlug, recipe.slug);
  return {
    settings: recipe.settings,
    muhurat: new Set(recipe.muhuratDates.map((day) => day.date)),
    spaces: new Map(
      recipe.spaces.map(({ key, name, capacity, parts }, sortOrder) => [
        key,
        { id: ids.space(key), name, capacity, sortOrder, partIds: (parts ?? [key]).map(ids.space) },
      ]),
    ),
    slots: new Map(
      recipe.slots.map(({ key, name, startTime, lengthMinutes, weekdays }, sortOrder) => {
        const spaceIds = recipe.prices.filter((price) => price.slot === key).map((price) => ids.space(price.space));
        return [
          key,
          {
            id: ids.slot(key),
            spaceIds,
            name,
            startTime,
            lengthMinutes,
            sortOrder,
            weekdays: weekdays ?? [1, 2, 3, 4, 5, 6, 7],
          },
        ];
      }),
    ),
    addOns: new Map(
      recipe.addOns.map(({ key, name, unit, rupees, gstRate, sac, maxQuantity }) => [
        key,
        {
          id: ids.addOn(key),
          name,
          unit,
          unitPricePaise: rupees * 100,
          gstRate,
          sac,
          maxQuantity: maxQuantity ?? null,
        },
      ]),
    ),
    prices: recipe.prices.map(({ space, slot, rupees, gstRate, sac }) => ({
      spaceId: ids.space(space),
      slotId: slot === null ? null : ids.slot(slot),
      amountPaise: rupees * 100,
      gstRate: gstRate ?? HALL_GST,
      sac: sac ?? HALL_SAC,
    })),
    rules: recipe.rules.map(({ label, space, slot, when, adjust, stop }, position) => ({
      id: ids.rule(String(position)),
      label,
      position,
      spaceId: space === undefined ? null : ids.space(space),
      slotId: slot === undefined ? null : ids.slot(slot),
      when,
      adjust,
      stop: stop ?? false,
    })),
  };
}
