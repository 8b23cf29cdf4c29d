import "server-only";
import { readAvailability } from "@/lib/availability/read-availability";
import { alternatives } from "@/lib/core/alternatives";
import { addDays } from "@/lib/core/local-date";
import { AppError, isAppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { findVenueById } from "@/lib/venues/queries";
import type { NamedWish } from "./input";

const DAYS_AROUND = 45;

export type Alternative = ReturnType<typeof alternatives>[number];

/** What to offer in place of a taken slot: the other space, the other session, the nearest free dates; at most six. */
export async function alternativesTo(ctx: Ctx, wish: NamedWish): Promise<Alternative[]> {
  const venue = await findVenueById(ctx.tenant, wish.venueId);
  const first = wish.functions.find((one) => "slotId" in one);
  if (!venue || !first || !("slotId" in first)) return [];
  const { days } = await readAvailability(ctx.tenant, venue, {
    from: addDays(first.date, -DAYS_AROUND),
    to: addDays(first.date, DAYS_AROUND),
  });
  return alternatives({ days, spaces: venue.spaces, wanted: first, guests: wish.guests });
}

/** Runs what claims a wish's time; where somebody was quicker, SLOT_TAKEN leaves with `alternatives`. */
export async function offeringAlternatives<T>(ctx: Ctx, wish: NamedWish, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAppError(error, "SLOT_TAKEN")) throw error;
    throw new AppError("SLOT_TAKEN", { alternatives: await alternativesTo(ctx, wish) });
  }
}
