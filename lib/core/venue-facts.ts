import type { CancellationTerms } from "./cancellation";
import type { LocalText } from "./locale";
import type { PaymentTerms } from "./payment-terms";
import type { VenueSettings } from "./venue-settings";

/** What a hall says of a property of its own, apart from what it sells there. */
export type VenueFacts = {
  slug: string;
  name: LocalText;
  about: LocalText;
  address: LocalText;
  latitude: number;
  longitude: number;
  phone: string;
  whatsapp: string | null;
  amenities: LocalText[];
  included: LocalText[];
  houseRules: LocalText[];
  illustration: string;
  settings: VenueSettings;
  paymentTerms: PaymentTerms;
  cancellationTerms: CancellationTerms;
  termsText: LocalText;
};
