import type { TenantId } from "@/db/client";
import type { Locale, LocalText } from "@/lib/core/locale";

export type { TenantId };

export type Tenant = {
  id: TenantId;
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
