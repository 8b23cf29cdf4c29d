import "server-only";
import { functionAt } from "@/lib/bookings/functions-at";
import type { WantedFunction } from "@/lib/bookings/input";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Wish } from "../_contract/wish";
import { requireVenue } from "./require-venue";

/**
 * What was asked for as the venue has it; bare times are one function of this name. The venue is read only where there are
 * times to look up in it: a session is what it is. @throws AppError NOT_FOUND, and as `functionAt`
 */
export async function functionsWished(
  ctx: Pick<Ctx, "tenant">,
  venueId: string,
  wish: Wish,
  name: WantedFunction["name"],
): Promise<WantedFunction[]> {
  const wanted = "functions" in wish ? wish.functions : [{ ...wish, name }];
  const sessions = wanted.filter((one) => "slotId" in one);
  if (sessions.length === wanted.length) return sessions;
  const venue = await requireVenue(ctx, venueId);
  return wanted.map((one) =>
    "slotId" in one
      ? one
      : functionAt(venue, { ...one, startsAt: new Date(one.startTs), endsAt: new Date(one.endTs) }, wish.guestCount),
  );
}
