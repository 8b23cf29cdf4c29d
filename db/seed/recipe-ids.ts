import type { TenantId } from "../client";
import { idOf } from "./random";

export const HALL_GST = 18;
export const HALL_SAC = "997212";

/** Ids of all that a recipe names, derived from the tenant's slug and the recipe's keys. */
export function recipeIds(tenantSlug: string, venueSlug: string) {
  const of = (kind: string) => (key: string) => idOf(tenantSlug, venueSlug, kind, key);
  return {
    tenantId: tenantIdOf(tenantSlug),
    venueId: idOf(tenantSlug, venueSlug),
    space: of("space"),
    slot: of("slot"),
    rule: of("rule"),
    addOn: of("add-on"),
    muhurat: of("muhurat"),
  };
}

export function tenantIdOf(tenantSlug: string): TenantId {
  return idOf(tenantSlug) as TenantId;
}
