import { notFound } from "next/navigation";
import { cache } from "react";
import { type ChosenFunction, chosenFunctions } from "@/components/booking/chosen-function";
import { readWish, type SearchParams, toQuoteInput, type Wish } from "@/components/booking/wish";
import { readAvailability } from "@/lib/availability/read-availability";
import { type Alternative, alternativesTo } from "@/lib/bookings/alternatives";
import type { QuoteInput } from "@/lib/bookings/input";
import { priceBooking } from "@/lib/bookings/price-booking";
import { type BookingSummary, listMyBookings } from "@/lib/bookings/queries";
import type { PlannedFunction } from "@/lib/bookings/types";
import type { AvailableSlot } from "@/lib/core/availability";
import type { Quote } from "@/lib/core/quote";
import { openWindow } from "@/lib/core/venue-settings";
import { type ErrorCode, isAppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { findVenueBySlug, listVenues } from "@/lib/venues/queries";
import type { Venue } from "@/lib/venues/types";
import { loadCtx } from "@/lib/web/ctx";
import type { Visit } from "@/lib/web/visit";

export type Priced = { quote: Quote; functions: PlannedFunction[] };
export type Problem = { code: ErrorCode; details: Record<string, unknown> };
export type TakenFunction = { index: number; alternatives: Alternative[] };

export type StepView = {
  visit: Visit;
  venue: Venue;
  wish: Wish;
  chosen: ChosenFunction[];
  /** Null without a function, and where the wish cannot be: then `problem` says why. */
  priced: Priced | null;
  problem: Problem | null;
  taken: TakenFunction[];
  /** The family's own live hold, if it is signed in and has one. */
  hold: BookingSummary | null;
};

/** All that a booking step shows, from its address. */
export async function loadStep(searchParams: Promise<SearchParams>): Promise<StepView> {
  const [visit, params] = await Promise.all([loadCtx(), searchParams]);
  const wish = readWish(params);
  const venue = await venueOf(visit, wish.venue);
  const ctx = asCtx(visit);
  const [{ priced, problem }, hold] = await Promise.all([price(ctx, wish, venue), liveHold(visit)]);
  const taken = await takenFunctions(ctx, venue, toQuoteInput(wish, venue), (slot) => isOpenTo(slot, hold));
  const chosen = chosenFunctions(venue, wish.functions, priced);
  return { visit, venue, wish: { ...wish, venue: venue.slug }, chosen, priced, problem, taken, hold };
}

async function venueOf({ tenant }: Visit, slug: string | null): Promise<Venue> {
  const venue = slug ? await findVenueBySlug(tenant, slug) : (await listVenues(tenant)).at(0);
  return venue ?? notFound();
}

/** Prices are public: a visitor asks as a customer without a name. */
function asCtx({ tenant, actor, now, requestId }: Visit): Ctx {
  return { tenant, now, requestId, actor: actor ?? { kind: "customer", userId: "visitor", phone: "" } };
}

async function price(ctx: Ctx, wish: Wish, venue: Venue): Promise<Pick<StepView, "priced" | "problem">> {
  if (wish.functions.length === 0) return { priced: null, problem: null };
  try {
    return { priced: await priceBooking(ctx, toQuoteInput(wish, venue)), problem: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { priced: null, problem: { code: error.code, details: error.details ?? {} } };
  }
}

/** Which of the functions somebody else has by now, each with what is free instead; not what no one could ask for. */
export async function takenFunctions(
  ctx: Ctx,
  venue: Venue,
  input: QuoteInput,
  isOpen: (slot: AvailableSlot) => boolean,
): Promise<TakenFunction[]> {
  const open = openWindow(venue.settings, ctx.now);
  const found = await Promise.all(
    input.functions.map(async (one, index): Promise<TakenFunction[]> => {
      if (!("slotId" in one)) return [];
      const day = await loadDay(ctx.tenant, venue, one.date);
      const slot = day?.slots.find((each) => each.slotId === one.slotId && each.spaceId === one.spaceId);
      if (!slot || slot.state === "past" || slot.startsAt >= open.endsAt || isOpen(slot)) return [];
      return [{ index, alternatives: await alternativesTo(ctx, { ...input, functions: [one] }) }];
    }),
  );
  return found.flat();
}

/** Free, or held by nobody but the family itself. */
export function isOpenTo(slot: AvailableSlot, hold: BookingSummary | null): boolean {
  if (slot.state === "free") return true;
  const own = hold?.holdExpiresAt?.getTime();
  return slot.state === "held" && own !== undefined && new Date(slot.heldUntil ?? 0).getTime() === own;
}

export const loadDay = cache(async (tenant: Visit["tenant"], venue: Venue, date: string) => {
  const { days } = await readAvailability(tenant, venue, { from: date, to: date });
  return days.find((day) => day.date === date) ?? null;
});

export const liveHold = cache(async (visit: Visit): Promise<BookingSummary | null> => {
  if (!visit.actor) return null;
  const mine = await listMyBookings(asCtx(visit));
  return (
    mine.find((one) => one.status === "temp_hold" && one.holdExpiresAt !== null && one.holdExpiresAt > visit.now) ??
    null
  );
});
