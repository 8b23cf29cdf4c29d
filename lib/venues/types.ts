import type { Space } from "@/lib/core/availability";
import type { LocalDate } from "@/lib/core/local-date";
import type { LocalText } from "@/lib/core/locale";
import type { Paise } from "@/lib/core/money";
import type { Price, PriceRule, PriceStep } from "@/lib/core/pricing";
import type { AddOn } from "@/lib/core/quote";
import type { Slot } from "@/lib/core/slots";
import type { VenueFacts } from "@/lib/core/venue-facts";

export type VenueSpace = Space & {
  about: LocalText;
  /** Name of one of our own drawings. */
  illustration: string;
  /** The cheapest session before rules, GST included; null while it has no price. */
  fromPricePaise: Paise | null;
};

export type VenueAddOn = AddOn & { about: LocalText };

/** A property as the public may see it. */
export type Venue = VenueFacts & {
  id: string;
  spaces: VenueSpace[];
  slots: Slot[];
  addOns: VenueAddOn[];
};

/** A venue with all that prices a booking there. */
export type VenueBook = { venue: Venue; sortOrder: number; prices: Price[]; rules: PriceRule[] };

/** What a day would cost in one space, and why. */
export type PricedDay = {
  date: LocalDate;
  isMuhurat: boolean;
  slots: { slotId: string; name: LocalText; basePaise: Paise; steps: PriceStep[]; totalPaise: Paise }[];
};

/** A venue as its forms show it; `seen` is what each looked like then. */
export type SetUp = {
  venues: { slug: string; name: LocalText }[];
  book: VenueBook;
  seen: {
    venue: string;
    bookingRules: string;
    policies: string;
    prices: string;
    rules: string;
    /** By the id of a space, a session or an extra. */
    items: Record<string, string>;
  };
};

export type MuhuratDate = { date: LocalDate; source: string };
