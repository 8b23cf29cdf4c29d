import type { WantedFunction } from "@/lib/bookings/input";
import type { LocalText } from "@/lib/core/locale";
import { customPeriod, type Period } from "@/lib/core/period";
import type { Quote } from "@/lib/core/quote";
import { expandSlot } from "@/lib/core/slots";
import type { Venue } from "@/lib/venues/types";

/** One function as the steps show it. */
export type ChosenFunction = {
  /** Its place in the address. */
  index: number;
  wanted: WantedFunction;
  date: string;
  /** Null where the venue has no such space. */
  spaceName: LocalText | null;
  /** Null for custom times, and where the venue has no such session. */
  slotName: LocalText | null;
  /** Null where there is none to compute it from. */
  period: Period | null;
  pricePaise: number | null;
};

type Planned = { spaceId: string; slotId: string | null; period: Period };

/** What was chosen, with the venue's names, in the order of the address. */
export function chosenFunctions(
  venue: Venue,
  functions: readonly WantedFunction[],
  priced: { quote: Quote; functions: readonly Planned[] } | null,
): ChosenFunction[] {
  return functions.map((wanted, index) => {
    const slot = "slotId" in wanted ? venue.slots.find((one) => one.id === wanted.slotId) : undefined;
    const { timeZone } = venue.settings;
    const period =
      "slotId" in wanted
        ? slot
          ? expandSlot(slot, wanted.date, timeZone)
          : null
        : customPeriod(wanted.startsAt, wanted.endsAt, timeZone);
    return {
      index,
      wanted,
      date: "slotId" in wanted ? wanted.date : wanted.startsAt.slice(0, 10),
      spaceName: venue.spaces.find((one) => one.id === wanted.spaceId)?.name ?? null,
      slotName: slot?.name ?? null,
      period,
      pricePaise: priced && period ? priceOfPeriod(priced, wanted.spaceId, period) : null,
    };
  });
}

function priceOfPeriod(
  { quote, functions }: { quote: Quote; functions: readonly Planned[] },
  spaceId: string,
  period: Period,
): number | null {
  const place = functions.findIndex(
    (one) => one.spaceId === spaceId && one.period.startsAt.getTime() === period.startsAt.getTime(),
  );
  if (place < 0) return null;
  return quote.lines.reduce((sum, line) => (line.functionIndex === place ? sum + line.amountPaise : sum), 0);
}
