import "server-only";
import { asPlatform, inTenant, type TenantId, type Tx } from "../client";
import { addOns, priceRules, prices } from "../schema/prices";
import { tenants } from "../schema/tenants";
import { muhuratDates, slots, spaceParts, spaces, venues } from "../schema/venues";
import { idOf } from "./random";
import type { TenantRecipe, VenueRecipe } from "./recipe";

export const HALL_GST = 18;
export const HALL_SAC = "997212";
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Ids of all that a recipe names, derived from the tenant's slug and the recipe's keys. */
export function recipeIds(tenantSlug: string, venueSlug: string) {
  const of = (kind: string) => (key: string) => idOf(tenantSlug, venueSlug, kind, key);
  return {
    tenantId: idOf(tenantSlug) as TenantId,
    venueId: idOf(tenantSlug, venueSlug),
    space: of("space"),
    slot: of("slot"),
    rule: of("rule"),
    addOn: of("add-on"),
    price: of("price"),
    muhurat: of("muhurat"),
  };
}

export async function insertTenant(recipe: TenantRecipe): Promise<typeof tenants.$inferSelect & { id: TenantId }> {
  const id = idOf(recipe.slug) as TenantId;
  const [row] = await asPlatform((tx) =>
    tx
      .insert(tenants)
      .values({ ...recipe, id })
      .returning(),
  );
  if (!row) throw new Error(`tenant ${recipe.slug} was not inserted`);
  return { ...row, id };
}

/** Inserts if there is anything to insert, at most 1,000 rows a statement. */
export async function insertAll<R>(rows: R[], insert: (some: R[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) await insert(rows.slice(start, start + 1000));
}

async function insertPrices(tx: Tx, tenantSlug: string, recipe: VenueRecipe): Promise<void> {
  const { tenantId, venueId, ...ids } = recipeIds(tenantSlug, recipe.slug);
  const priceRows = recipe.prices.map((price) => ({
    tenantId,
    id: ids.price(`${price.space}/${price.slot ?? "hour"}`),
    venueId,
    spaceId: ids.space(price.space),
    slotId: price.slot === null ? null : ids.slot(price.slot),
    amountPaise: price.rupees * 100,
    gstRate: price.gstRate ?? HALL_GST,
    sac: price.sac ?? HALL_SAC,
  }));
  const ruleRows = recipe.rules.map((rule, position) => ({
    tenantId,
    id: ids.rule(String(position)),
    venueId,
    position,
    label: rule.label,
    spaceId: rule.space === undefined ? null : ids.space(rule.space),
    slotId: rule.slot === undefined ? null : ids.slot(rule.slot),
    when: rule.when,
    adjust: rule.adjust,
    stop: rule.stop ?? false,
  }));
  const addOnRows = recipe.addOns.map(({ key, rupees, maxQuantity, ...addOn }, sortOrder) => ({
    ...addOn,
    tenantId,
    id: ids.addOn(key),
    venueId,
    unitPricePaise: rupees * 100,
    maxQuantity: maxQuantity ?? null,
    sortOrder,
  }));
  await insertAll(priceRows, (rows) => tx.insert(prices).values(rows));
  await insertAll(ruleRows, (rows) => tx.insert(priceRules).values(rows));
  await insertAll(addOnRows, (rows) => tx.insert(addOns).values(rows));
}

export async function insertVenue(tenantSlug: string, recipe: VenueRecipe, sortOrder = 0): Promise<void> {
  const { tenantId, venueId, ...ids } = recipeIds(tenantSlug, recipe.slug);
  const { settings, spaces: _s, slots: _l, prices: _p, rules: _r, addOns: _a, muhuratDates: dates, ...venue } = recipe;
  await inTenant(tenantId, async (tx) => {
    await tx.insert(venues).values({ ...venue, ...settings, tenantId, id: venueId, sortOrder });
    await tx.insert(spaces).values(
      recipe.spaces.map(({ key, parts: _, ...space }, order) => ({
        ...space,
        tenantId,
        id: ids.space(key),
        venueId,
        sortOrder: order,
      })),
    );
    const parts = recipe.spaces.flatMap(({ key, parts = [] }) =>
      parts.map((part) => ({ tenantId, spaceId: ids.space(key), partId: ids.space(part) })),
    );
    await insertAll(parts, (rows) => tx.insert(spaceParts).values(rows));
    await tx.insert(slots).values(
      recipe.slots.map(({ key, weekdays, ...slot }, order) => ({
        ...slot,
        tenantId,
        id: ids.slot(key),
        venueId,
        weekdays: weekdays ?? EVERY_DAY,
        sortOrder: order,
      })),
    );
    await insertPrices(tx, tenantSlug, recipe);
    const muhurats = dates.map((day) => ({ ...day, tenantId, id: ids.muhurat(day.date), venueId }));
    await insertAll(muhurats, (rows) => tx.insert(muhuratDates).values(rows));
  });
}
