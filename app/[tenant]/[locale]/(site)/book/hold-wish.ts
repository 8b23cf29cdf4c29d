import { toQuoteInput } from "@/components/booking/wish";
import type { StepView } from "./load-step";

/** What holding sends from an address: all but the personal part, which only the browser has. */
export function holdWishOf({ visit, venue, wish, priced }: StepView) {
  return {
    ...toQuoteInput(wish, venue),
    eventType: wish.eventType ?? ("wedding" as const),
    locale: visit.locale,
    ...(priced ? { shownTotalPaise: priced.quote.totalPaise } : {}),
  };
}
