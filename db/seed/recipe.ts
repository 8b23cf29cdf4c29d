import type { LocalText } from "@/lib/core/locale";
import type { PriceRule } from "@/lib/core/pricing";
import type { AddOn } from "@/lib/core/quote";
import type { TenantFacts } from "@/lib/core/tenant-facts";
import type { VenueFacts } from "@/lib/core/venue-facts";

/** A tenant and its venue written down by a person: rupees instead of paise, keys instead of ids. */
export type TenantRecipe = TenantFacts;

export type SpaceRecipe = {
  key: string;
  name: LocalText;
  about: LocalText;
  capacity: number;
  illustration: string;
  /** Keys of the spaces it is made of; none for a part. */
  parts?: string[];
};

export type SlotRecipe = {
  key: string;
  name: LocalText;
  startTime: string;
  lengthMinutes: number;
  weekdays?: number[];
};
/** `slot` null: an hour of custom times. */
export type PriceRecipe = { space: string; slot: string | null; rupees: number; gstRate?: number; sac?: string };

export type RuleRecipe = {
  label: LocalText;
  space?: string;
  slot?: string;
  when: PriceRule["when"];
  adjust: PriceRule["adjust"];
  stop?: boolean;
};

export type AddOnRecipe = {
  key: string;
  name: LocalText;
  about: LocalText;
  unit: AddOn["unit"];
  rupees: number;
  gstRate: number;
  sac: string;
  maxQuantity?: number;
};

export type VenueRecipe = VenueFacts & {
  spaces: SpaceRecipe[];
  slots: SlotRecipe[];
  prices: PriceRecipe[];
  rules: RuleRecipe[];
  addOns: AddOnRecipe[];
  muhuratDates: { date: string; source: string }[];
};
