import "server-only";
import { readAvailability } from "@/lib/availability/read-availability";
import { alternatives } from "@/lib/core/alternatives";
import { addDays } from "@/lib/core/local-date";
import { customPeriod, type Period } from "@/lib/core/period";
import { expandSlot } from "@/lib/core/slots";
import { AppError, isAppError } from "@/lib/errors";
import { metrics } from "@/lib/metrics";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Once } from "@/lib/tenants/idempotency";
import { findVenueById } from "@/lib/venues/queries";
import type { Venue } from "@/lib/venues/types";
import type { NamedFunction, NamedWish } from "./input";

const DAYS_AROUND = 45;

export type Alternative = ReturnType<typeof alternatives>[number];

/**
 * What to offer in place of a taken slot: the other space, the other session, the nearest free dates; at most six. In place
 * of times of one's own it is sessions too, from the one that comes nearest to them.
 */
export async function alternativesTo(ctx: Ctx, wish: NamedWish): Promise<Alternative[]> {
  const venue = await findVenueById(ctx.tenant, wish.venueId);
  const first = venue && firstSession(venue, wish.functions);
  if (!first) return [];
  const { days } = await readAvailability(ctx.tenant, venue, {
    from: addDays(first.date, -DAYS_AROUND),
    to: addDays(first.date, DAYS_AROUND),
  });
  return alternatives({ days, spaces: venue.spaces, wanted: first, guests: wish.guests });
}

type Wanted = Parameters<typeof alternatives>[0]["wanted"];

function firstSession(venue: Venue, functions: readonly NamedFunction[]): Wanted | undefined {
  for (const one of functions) if ("slotId" in one) return one;
  const [first] = functions;
  return first && "startsAt" in first ? nearestSession(venue, first) : undefined;
}

/** The session of the same day and space that shares most time with what was asked for. */
function nearestSession(
  venue: Venue,
  asked: { spaceId: string; startsAt: string; endsAt: string },
): Wanted | undefined {
  const { spaceId } = asked;
  const { timeZone } = venue.settings;
  const date = asked.startsAt.slice(0, 10);
  const own = customPeriod(asked.startsAt, asked.endsAt, timeZone);
  const shared = (period: Period) =>
    Math.min(period.endsAt.getTime(), own.endsAt.getTime()) -
    Math.max(period.startsAt.getTime(), own.startsAt.getTime());
  const sessions = venue.slots.flatMap((slot) => {
    const period = slot.spaceIds.includes(spaceId) ? expandSlot(slot, date, timeZone) : null;
    return period ? [{ slotId: slot.id, time: shared(period) }] : [];
  });
  const nearest = sessions.toSorted((a, b) => b.time - a.time).at(0);
  return nearest && { date, spaceId, slotId: nearest.slotId, isNear: true };
}

/** Runs what claims a wish's time; where somebody was quicker, SLOT_TAKEN leaves with `alternatives`. */
export async function offeringAlternatives<T>(
  ctx: Ctx,
  wish: NamedWish,
  work: () => Promise<Once<T>>,
): Promise<Once<T>> {
  try {
    const done = await work();
    if (!done.replayed) metrics().holds.inc({ outcome: "won" });
    return done;
  } catch (error) {
    if (!isAppError(error, "SLOT_TAKEN")) throw error;
    metrics().holds.inc({ outcome: "lost" });
    throw new AppError("SLOT_TAKEN", { alternatives: await alternativesTo(ctx, wish) });
  }
}
