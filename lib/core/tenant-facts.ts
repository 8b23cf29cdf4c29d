import type { Locale, LocalText } from "./locale";

/** What a hall's owner says of the business itself. */
export type TenantFacts = {
  slug: string;
  name: LocalText;
  tagline: LocalText;
  /** The tenant's own language, for a visitor of whom nothing is known. */
  locale: Locale;
  numberPrefix: string;
  phone: string;
  whatsapp: string | null;
  email: string | null;
  gstin: string | null;
  legalName: string;
  brandColour: string | null;
  privacy: LocalText;
};
