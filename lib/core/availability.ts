import type { ClaimStatus } from "./booking-state";
import { addDays, addMonths, datesBetween, type LocalDate } from "./local-date";
import type { LocalText } from "./locale";
import type { Paise } from "./money";
import { localDateOf, type Period, startOfDay, todayIn, withBuffers } from "./period";
import { type Price, type PriceRule, priceOf } from "./pricing";
import { expandSlot, type Slot } from "./slots";
import type { VenueSettings } from "./venue-settings";

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

function opens(period: Period, settings: VenueSettings, now: Date): boolean {
  if (period.startsAt.getTime() < now.getTime() + settings.leadMinutes * 60_000 || period.startsAt <= now) return false;
  const lastDay = addMonths(todayIn(now, settings.timeZone), settings.horizonMonths);
  return localDateOf(period.startsAt, settings.timeZone) <= lastDay;
}

function stateOf(blocked: Period, claims: readonly Claim[], now: Date): { state: SlotState; heldUntil: Date | null } {
  const from = blocked.startsAt.getTime();
  const until = blocked.endsAt.getTime();
  let state: SlotState = "free";
  let heldUntil: Date | null = null;
  for (const claim of claims) {
    if (claim.period.startsAt.getTime() >= until) break;
    if (claim.period.endsAt.getTime() <= from) continue;
    switch (claim.status) {
      case "confirmed":
      case "completed":
        return { state: "booked", heldUntil: null };
      case "blackout":
        state = "closed";
        break;
      case "temp_hold":
      case "pending":
        if (claim.holdExpiresAt && claim.holdExpiresAt <= now) break;
        if (state === "free") state = "held";
        if (claim.holdExpiresAt && (!heldUntil || claim.holdExpiresAt > heldUntil)) heldUntil = claim.holdExpiresAt;
        break;
    }
  }
  return { state, heldUntil: state === "held" ? heldUntil : null };
}

/** What each day of a range offers, by date, then by the order of slots and spaces. A slot without a price is not on sale. */
export function daysOf(input: AvailabilityInput): AvailabilityDay[] {
  const { settings, now } = input;
  const claimsByPart = Map.groupBy(
    input.claims.toSorted((a, b) => a.period.startsAt.getTime() - b.period.startsAt.getTime()),
    (claim) => claim.partId,
  );
  const claimsBySpace = new Map(input.spaces.map((space) => [space.id, claimsOn(space, claimsByPart)]));
  const slots = input.slots.toSorted((a, b) => a.sortOrder - b.sortOrder);
  const spaces = input.spaces.toSorted((a, b) => a.sortOrder - b.sortOrder);
  const rules = input.rules.toSorted((a, b) => a.position - b.position);

  return datesBetween(input.from, input.to).map((date) => {
    const muhurat = input.muhuratDates.has(date);
    const offered: AvailableSlot[] = [];
    for (const slot of slots) {
      const period = expandSlot(slot, date, settings.timeZone);
      if (!period) continue;
      const open = opens(period, settings, now);
      const blocked = withBuffers(period, settings.setupMinutes, settings.cleanupMinutes);
      for (const space of spaces) {
        if (!slot.spaceIds.includes(space.id)) continue;
        const priced = priceOf({
          spaceId: space.id,
          slotId: slot.id,
          date,
          period,
          prices: input.prices,
          rules,
          isMuhurat: muhurat,
        });
        if (!priced) continue;
        const { state, heldUntil } = open
          ? stateOf(blocked, claimsBySpace.get(space.id) ?? [], now)
          : { state: "past" as const, heldUntil: null };
        offered.push({
          slotId: slot.id,
          spaceId: space.id,
          ...period,
          state,
          pricePaise: priced.totalPaise,
          heldUntil,
        });
      }
    }
    return { date, muhurat, slots: offered };
  });
}

/** The claims on any part of a space, by start. */
function claimsOn(space: Space, claimsByPart: ReadonlyMap<string, Claim[]>): Claim[] {
  const claims = space.partIds.flatMap((partId) => claimsByPart.get(partId) ?? []);
  return space.partIds.length === 1
    ? claims
    : claims.sort((a, b) => a.period.startsAt.getTime() - b.period.startsAt.getTime());
}

/** The next instant at which `daysOf` answers differently though nothing was written: a hold lapses, a slot closes, a day ends. */
export function nextChangeAt(input: AvailabilityInput): Date {
  const { settings, now } = input;
  let next = startOfDay(addDays(todayIn(now, settings.timeZone), 1), settings.timeZone).getTime();
  const consider = (instant: number) => {
    if (instant > now.getTime() && instant < next) next = instant;
  };
  for (const claim of input.claims) {
    if (claim.holdExpiresAt && (claim.status === "temp_hold" || claim.status === "pending"))
      consider(claim.holdExpiresAt.getTime());
  }
  const today = todayIn(now, settings.timeZone);
  const lead = settings.leadMinutes * 60_000;
  // A slot closes one millisecond after its start less the lead time, or at its start; only near days can be next.
  for (const date of datesBetween(addDays(today, -1), addDays(today, Math.ceil(settings.leadMinutes / 1440) + 1))) {
    if (date < input.from || date > input.to) continue;
    for (const slot of input.slots) {
      const period = expandSlot(slot, date, settings.timeZone);
      if (!period) continue;
      consider(period.startsAt.getTime() - lead + 1);
      consider(period.startsAt.getTime());
    }
  }
  return new Date(next);
}
