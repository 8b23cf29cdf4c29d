import "server-only";
import { functionAt } from "@/lib/bookings/functions-at";
import type { WantedFunction } from "@/lib/bookings/input";
import type { Venue } from "@/lib/venues/types";
import type { Wish } from "../_contract/wish";

/** What was asked for as the venue has it; bare times are one function of this name. @throws AppError as `functionAt` */
export function functionsWished(venue: Venue, wish: Wish, name: WantedFunction["name"]): WantedFunction[] {
  const wanted = "functions" in wish ? wish.functions : [{ ...wish, name }];
  return wanted.map((one) =>
    "slotId" in one
      ? one
      : functionAt(venue, { ...one, startsAt: new Date(one.startTs), endsAt: new Date(one.endTs) }, wish.guestCount),
  );
}
