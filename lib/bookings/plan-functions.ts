import type { Actor } from "@/lib/core/actor";
import { assertApart } from "@/lib/core/claims";
import { customPeriod } from "@/lib/core/period";
import { mayDo } from "@/lib/core/permissions";
import { expandSlot } from "@/lib/core/slots";
import { checkWindow } from "@/lib/core/venue-settings";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Venue } from "@/lib/venues/types";
import type { NamedFunction } from "./input";
import type { PlannedFunction } from "./types";

const WINDOW_ERRORS = {
  LEAD_TIME: "OUTSIDE_LEAD_TIME",
  BEYOND_HORIZON: "BEYOND_HORIZON",
  IN_THE_PAST: "IN_THE_PAST",
  TOO_SHORT: "TOO_SHORT",
  TOO_LONG: "TOO_LONG",
  INVERTED: "INVERTED_PERIOD",
} as const satisfies Record<string, ErrorCode>;

/**
 * Turns what was asked for into functions with real spaces and periods, in order of start.
 * @throws AppError NOT_FOUND (space), SLOT_NOT_OFFERED, CUSTOM_TIMES_NOT_ALLOWED, OVER_CAPACITY, FUNCTIONS_OVERLAP with
 * `functions` (the places of two in `wanted`), or what the venue's window refuses.
 */
export function planFunctions(
  venue: Venue,
  wanted: readonly NamedFunction[],
  guests: number,
  actor: Actor,
  now: Date,
): PlannedFunction[] {
  const planned = wanted.map((one) => planOne(venue, one, actor, now));
  const functions = planned.toSorted((a, b) => a.period.startsAt.getTime() - b.period.startsAt.getTime());
  const seats = Math.max(...functions.map((one) => spaceOf(venue, one.spaceId).capacity));
  if (guests > seats) throw new AppError("OVER_CAPACITY", { capacity: seats });
  // In the order in which they were asked for, so that whoever asked knows which two are meant.
  assertApart(planned);
  return functions;
}

function planOne(venue: Venue, wanted: NamedFunction, actor: Actor, now: Date): PlannedFunction {
  const space = spaceOf(venue, wanted.spaceId);
  const shared = { name: wanted.name, spaceId: space.id, spaceName: space.name, partIds: space.partIds };
  const planned =
    "slotId" in wanted
      ? { ...shared, slotId: wanted.slotId, date: wanted.date, period: slotPeriod(venue, wanted) }
      : { ...shared, slotId: null, date: wanted.startsAt.slice(0, 10), period: ownPeriod(venue, wanted, actor) };
  // A session is the venue's own length; the limits are for times that people choose.
  const refused = checkWindow(
    planned.period,
    "slotId" in wanted ? { ...venue.settings, minMinutes: 0, maxMinutes: Infinity } : venue.settings,
    now,
  );
  if (refused && !(actor.kind === "staff" && refused === "LEAD_TIME")) throw new AppError(WINDOW_ERRORS[refused]);
  return planned;
}

function spaceOf(venue: Venue, spaceId: string) {
  const space = venue.spaces.find((one) => one.id === spaceId);
  if (!space) throw new AppError("NOT_FOUND", { what: "space" });
  return space;
}

function slotPeriod(venue: Venue, wanted: { spaceId: string; slotId: string; date: string }) {
  const slot = venue.slots.find((one) => one.id === wanted.slotId && one.spaceIds.includes(wanted.spaceId));
  const period = slot && expandSlot(slot, wanted.date, venue.settings.timeZone);
  if (!period) throw new AppError("SLOT_NOT_OFFERED");
  return period;
}

function ownPeriod(venue: Venue, wanted: { startsAt: string; endsAt: string }, actor: Actor) {
  const { customTimes, timeZone } = venue.settings;
  const isOffered = customTimes === "everyone" || (customTimes === "staff" && actor.kind !== "customer");
  if (!isOffered || !mayDo(actor, "booking.custom-times")) throw new AppError("CUSTOM_TIMES_NOT_ALLOWED");
  return customPeriod(wanted.startsAt, wanted.endsAt, timeZone);
}
