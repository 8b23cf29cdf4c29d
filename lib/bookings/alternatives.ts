import "server-only";
import { readAvailability } from "@/lib/availability/read-availability";
import { alternatives } from "@/lib/core/alternatives";
import { addDays } from "@/lib/core/local-date";
import type { Ctx } from "@/lib/tenants/ctx";
import { findVenueById } from "@/lib/venues/queries";
import type { QuoteInput } from "./input";

const DAYS_AROUND = 45;

export type Alternative = ReturnType<typeof alternatives>[number];

/** What to offer in place of a taken slot: the other space, the other session, the nearest free dates; at most six. */
export async function alternativesTo(ctx: Ctx, wish: QuoteInput): Promise<Alternative[]> {
  const venue = await findVenueById(ctx.tenant, wish.venueId);
  const first = wish.functions.find((one) => "slotId" in one);
  if (!venue || !first || !("slotId" in first)) return [];
  const { days } = await readAvailability(ctx.tenant, venue, {
    from: addDays(first.date, -DAYS_AROUND),
    to: addDays(first.date, DAYS_AROUND),
  });
  return alternatives({ days, spaces: venue.spaces, wanted: first, guests: wish.guests });
}
