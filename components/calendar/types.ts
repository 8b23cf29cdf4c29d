import type { SlotState } from "@/lib/core/availability";
import type { DayState } from "@/lib/core/availability-filter";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import type { Paise } from "@/lib/core/money";
import type { PaymentTerms } from "@/lib/core/payment-terms";

/** As the availability API gives it: instants are ISO strings. */
export type CalendarSlot = {
  slotId: string;
  spaceId: string;
  startsAt: string;
  endsAt: string;
  state: SlotState;
  pricePaise: Paise;
  heldUntil?: string | null;
};

export type CalendarDay = { date: LocalDate; muhurat: boolean; slots: CalendarSlot[] };

/** What a cell shows of a day. */
export type CalendarCell = { date: LocalDate; muhurat: boolean; state: DayState; lowestPaise: Paise | null };

export type CalendarFilter = { spaceId: string | null; slotId: string | null; guests: number | null };

/** The session chosen on a day. */
export type CalendarQueryPick = { spaceId: string; slotId: string } | null;

/** A venue as the calendar needs it, its texts in the reader's language. */
export type CalendarVenue = {
  id: string;
  slug: string;
  advance: PaymentTerms["advance"];
  spaces: { id: string; name: string; capacity: number }[];
  /** `times` is written out: "9 am to 11 pm". */
  slots: { id: string; name: string; times: string; spaceIds: string[] }[];
};

/** Every word that the calendar writes in the browser, in one language. Texts with {names} are filled there. */
export type CalendarWords = {
  locale: Locale;
  months: string[];
  weekdays: string[];
  weekdaysShort: string[];
  day: Record<DayState, string>;
  /** Short enough for a cell of 48 pixels. */
  cell: Record<"full" | "closed", string>;
  slot: Record<SlotState, string>;
  heldFor: string;
  muhurat: string;
  muhuratTag: string;
  longDate: string;
  fromPrice: string;
  freeMuhurat: string;
  noFreeMuhurat: string;
  previousMonth: string;
  nextMonth: string;
  nearest: string;
  chooseDate: string;
  chooseDateHint: string;
  noSession: string;
  noSessionHint: string;
  inclGst: string;
  advance: string;
  continue: string;
  selected: string;
  upToGuests: string;
};
