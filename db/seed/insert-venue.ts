import "server-only";
import { asPlatform, inTenant, type TenantId, type Tx } from "../client";
import { users } from "../schema/people";
import { addOns, priceRules, prices } from "../schema/prices";
import { domains, tenants } from "../schema/tenants";
import { muhuratDates, slots, spaceParts, spaces, venues } from "../schema/venues";
import { hallOf } from "./hall";
import type { NewHall } from "./hall-file";
import { idOf } from "./random";
import type { TenantRecipe, VenueRecipe } from "./recipe";
import { recipeIds, tenantIdOf } from "./recipe-ids";

type TenantRow = typeof tenants.$inferSelect & { id: TenantId };

export function insertTenant(recipe: TenantRecipe): Promise<TenantRow> {
  return asPlatform((tx) => writeTenant(tx, recipe));
}

export function insertVenue(tenantSlug: string, recipe: VenueRecipe, sortOrder = 0): Promise<void> {
  return inTenant(tenantIdOf(tenantSlug), (tx) => writeVenue(tx, tenantSlug, recipe, sortOrder));
}

/** A hall with the hosts that lead to it, its one venue and its owner: all of it, or after any failure nothing. */
export function insertHall({ tenant, hosts, venue, owner }: NewHall): Promise<void> {
  return asPlatform(async (tx) => {
    const { id: tenantId } = await writeTenant(tx, tenant);
    await insertAll(hosts, (some) =>
      tx.insert(domains).values(some.map((host) => ({ tenantId, id: idOf(tenant.slug, "host", host), host }))),
    );
    await writeVenue(tx, tenant.slug, venue);
    await tx.insert(users).values({ ...owner, tenantId, id: idOf(tenant.slug, owner.phone), role: "owner" });
  });
}

async function writeTenant(tx: Tx, recipe: TenantRecipe): Promise<TenantRow> {
  const id = tenantIdOf(recipe.slug);
  const [row] = await tx
    .insert(tenants)
    .values({ ...recipe, id })
    .returning();
  if (!row) throw new Error(`tenant ${recipe.slug} was not inserted`);
  return { ...row, id };
}

/** Inserts if there is anything to insert, at most 1,000 rows a statement. */
export async function insertAll<R>(rows: R[], insert: (some: R[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) await insert(rows.slice(start, start + 1000));
}

async function insertPrices(tx: Tx, tenantSlug: string, recipe: VenueRecipe): Promise<void> {
  const { tenantId, venueId, ...ids } = recipeIds(tenantSlug, recipe.slug);
  const owned = { tenantId, venueId };
  const hall = hallOf(tenantSlug, recipe);
  const priceRows = hall.prices.map((price) => ({
    ...price,
    ...owned,
    id: idOf(price.spaceId, price.slotId ?? "hour"),
  }));
  const ruleRows = hall.rules.map((rule) => ({ ...rule, ...owned }));
  const addOnRows = recipe.addOns.map(({ key, rupees, maxQuantity, ...addOn }, sortOrder) => ({
    ...addOn,
    ...owned,
    id: ids.addOn(key),
    unitPricePaise: rupees * 100,
    maxQuantity: maxQuantity ?? null,
    sortOrder,
  }));
  await insertAll(priceRows, (rows) => tx.insert(prices).values(rows));
  await insertAll(ruleRows, (rows) => tx.insert(priceRules).values(rows));
  await insertAll(addOnRows, (rows) => tx.insert(addOns).values(rows));
}

async function writeVenue(tx: Tx, tenantSlug: string, recipe: VenueRecipe, sortOrder = 0): Promise<void> {
  const { tenantId, venueId, ...ids } = recipeIds(tenantSlug, recipe.slug);
  const { settings, spaces: _s, slots: _l, prices: _p, rules: _r, addOns: _a, muhuratDates: dates, ...venue } = recipe;
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
      weekdays: weekdays ?? [1, 2, 3, 4, 5, 6, 7],
      sortOrder: order,
    })),
  );
  await insertPrices(tx, tenantSlug, recipe);
  const muhurats = dates.map((day) => ({ ...day, tenantId, id: ids.muhurat(day.date), venueId }));
  await insertAll(muhurats, (rows) => tx.insert(muhuratDates).values(rows));
}
