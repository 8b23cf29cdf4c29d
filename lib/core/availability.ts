import type { ClaimStatus } from "./booking-state";
import { isFirm, isOpen } from "./booking-status";
import { addDays, datesBetween, type LocalDate } from "./local-date";
import type { LocalText } from "./locale";
import type { Paise } from "./money";
import { localDateOf, type Period, startOfDay, todayIn, withBuffers } from "./period";
import { indexPeriods, type PeriodIndex, touching } from "./period-index";
import { orderRules, type Price, type PriceRule, priceOf } from "./pricing";
import { expandSlot, type Slot } from "./slots";
import { closesBefore, openWindow, type VenueSettings } from "./venue-settings";

/** A bookable unit; one that is a part itself has its own id as its only part. */
export type Space = { id: string; name: LocalText; partIds: string[]; capacity: number; sortOrder: number };

/** `period` includes the claim's own buffers. */
export type Claim = { partId: string; period: Period; status: ClaimStatus; holdExpiresAt: Date | null };

export type SlotState = "free" | "held" | "booked" | "closed" | "past";

export type AvailableSlot = {
  slotId: string;
  spaceId: string;
  startsAt: Date;
  endsAt: Date;
  state: SlotState;
  pricePaise: Paise;
  /** When the last hold or request on it lapses, where it is held. */
  heldUntil: Date | null;
};

export type AvailabilityDay = { date: LocalDate; muhurat: boolean; slots: AvailableSlot[] };

export type AvailabilityInput = {
  from: LocalDate;
  to: LocalDate;
  spaces: readonly Space[];
  slots: readonly Slot[];
  claims: readonly Claim[];
  prices: readonly Price[];
  rules: readonly PriceRule[];
  muhuratDates: ReadonlySet<LocalDate>;
  settings: VenueSettings;
  now: Date;
};

type Standing = Pick<AvailableSlot, "state" | "heldUntil">;

/** Too late to ask for: it has begun, or begins within the lead time. */
const PAST: Standing = { state: "past", heldUntil: null };
/** Too early to ask for: the hall has not opened its book so far ahead. */
const CLOSED: Standing = { state: "closed", heldUntil: null };

/** What the claims on a period come to: booked before closed before held. A lapsed hold counts for nothing. */
function firmest(claims: readonly Claim[], now: Date): Standing {
  let closed = false;
  const holds: Claim[] = [];
  for (const claim of claims) {
    if (isFirm(claim.status)) return { state: "booked", heldUntil: null };
    if (claim.status === "blackout") closed = true;
    if (isOpen(claim.status) && !(claim.holdExpiresAt && claim.holdExpiresAt <= now)) holds.push(claim);
  }
  if (closed) return CLOSED;
  return holds.length > 0 ? { state: "held", heldUntil: lastLapse(holds) } : { state: "free", heldUntil: null };
}

/** How a period stands that may not be asked for now, whatever claims there are; null where it may. */
function outside(open: Period, { startsAt }: Period): Standing | null {
  if (startsAt < open.startsAt) return PAST;
  return startsAt < open.endsAt ? null : CLOSED;
}

/** When the last of some holds lapses; null where one of them never does. */
function lastLapse(holds: readonly Claim[]): Date | null {
  const last = Math.max(...holds.map((claim) => claim.holdExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(last) ? new Date(last) : null;
}

/**
 * What each day of a range offers, by date, then by the order of sessions and of spaces. A session without a price for a
 * space is not on sale there. `claims` must hold all that touch the range's sessions with their buffers, in any order.
 */
export function daysOf(input: AvailabilityInput): AvailabilityDay[] {
  const { settings, now, prices, muhuratDates } = input;
  const open = openWindow(settings, now);
  const slots = input.slots.toSorted((a, b) => a.sortOrder - b.sortOrder);
  const spaces = input.spaces.toSorted((a, b) => a.sortOrder - b.sortOrder);
  const rules = orderRules(input.rules);
  const claimsOn = indexBySpace(spaces, input.claims);

  return datesBetween(input.from, input.to).map((date) => {
    const isMuhurat = muhuratDates.has(date);
    const offered: AvailableSlot[] = [];
    for (const slot of slots) {
      const period = expandSlot(slot, date, settings.timeZone);
      if (!period) continue;
      const blocked = withBuffers(period, settings.setupMinutes, settings.cleanupMinutes);
      const shut = outside(open, period);
      for (const space of spaces) {
        if (!slot.spaceIds.includes(space.id)) continue;
        const ids = { slotId: slot.id, spaceId: space.id };
        const price = priceOf({ ...ids, date, period, prices, rules, isMuhurat });
        if (!price) continue;
        const claims = claimsOn.get(space.id);
        const standing = shut ?? firmest(claims ? touching(claims, blocked) : [], now);
        offered.push({ ...ids, ...period, ...standing, pricePaise: price.totalPaise });
      }
    }
    return { date, muhurat: isMuhurat, slots: offered };
  });
}

/** The claims on any part of each space: it is free only while all of its parts are. */
function indexBySpace(spaces: readonly Space[], claims: readonly Claim[]): Map<string, PeriodIndex<Claim>> {
  const byPart = Map.groupBy(claims, (claim) => claim.partId);
  return new Map(
    spaces.map(({ id, partIds }) => [id, indexPeriods(partIds.flatMap((partId) => byPart.get(partId) ?? []))]),
  );
}

/**
 * The next instant at which `daysOf` may answer differently though nothing was written: a hold lapses, a session closes
 * (the lead time before its start, or at its start), or local midnight moves the horizon. Until then the answer stands.
 */
export function nextChangeAt({ from, to, slots, claims, settings, now }: AvailabilityInput): Date {
  const { timeZone } = settings;
  const midnight = startOfDay(addDays(todayIn(now, timeZone), 1), timeZone);
  const lapses = claims.flatMap(({ status, holdExpiresAt }) =>
    isOpen(status) && holdExpiresAt ? [holdExpiresAt.getTime()] : [],
  );

  // Only a session of these few days can close before midnight; it still is open in the millisecond that the lead time asks.
  const lead = closesBefore(settings);
  const first = localDateOf(new Date(now.getTime() + lead), timeZone);
  const last = localDateOf(new Date(midnight.getTime() + lead), timeZone);
  const closings = datesBetween(from > first ? from : first, to < last ? to : last)
    .flatMap((date) => slots.map((slot) => expandSlot(slot, date, timeZone)))
    .flatMap((period) => (period ? [period.startsAt.getTime() - lead + 1] : []));

  return new Date(Math.min(...[midnight.getTime(), ...lapses, ...closings].filter((at) => at > now.getTime())));
}
