import type { CalendarChange } from "./calendar-change";
import type { LocalText } from "./locale";

/** A booking that a change of the set-up comes near. */
export type TouchedBooking = { bookingId: string; number: string; eventTitle: string; startsAt: string };

export const EFFECT_NOTES = [
  /** Bookings that are agreed keep their price, their times, their terms. */
  "pricesKept",
  "timesKept",
  "termsKept",
  /** Bookings that stand keep the set-up and clean-up time that they were made with; these would not fit the new one. */
  "buffersTouch",
  /** Claims that wait keep the time they were promised. */
  "waitingKept",
  "noPriceYet",
  "datesAdded",
  "datesKnown",
  "daysClosed",
  "yearsClosed",
  "yearsLeftOpen",
  "daysOpened",
  "languagesGone",
  "receiptsFromNow",
  "nothing",
] as const;
export type EffectNote = (typeof EFFECT_NOTES)[number];

/** What a change of the set-up does, told before it is saved. */
export type SetupEffects = {
  /** Null where nothing of the calendar can change. */
  calendar: (Omit<CalendarChange, "examples"> & { examples: NamedExample[] }) | null;
  notes: { note: EffectNote; count: number }[];
  bookings: TouchedBooking[];
};

export type NamedExample = CalendarChange["examples"][number] & { space: LocalText; slot: LocalText };

export const NO_EFFECTS: SetupEffects = { calendar: null, notes: [], bookings: [] };
