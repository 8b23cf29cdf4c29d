import { bookingNumber } from "@/lib/core/booking-number";
import { claimsOf } from "@/lib/core/claims";
import { localDateOf } from "@/lib/core/period";
import { quoteBooking } from "@/lib/core/quote";
import type { EventActor } from "../schema/booking-events";
import type { Draft } from "./drafts";
import type { Hall } from "./hall";
import { historyOf } from "./histories";
import type { Person } from "./people";
import { titleOf } from "./people";
import { idOf, type Random } from "./random";
import type { TenantRecipe, VenueRecipe } from "./recipe";
import { recipeIds } from "./recipe-ids";

export type Setting = { tenant: TenantRecipe; recipe: VenueRecipe; hall: Hall; random: Random; now: Date };
export type Customer = Person & { id: string };
export type Clerk = { id: string; role: string };

/** Everything about one booking but its money's numbers, which follow from all bookings together. */
export function bookingRows(setting: Setting, draft: Draft, n: number, customer: Customer, clerk: Clerk) {
  const { tenant, recipe, hall, random, now } = setting;
  const { tenantId, venueId } = recipeIds(tenant.slug, recipe.slug);
  const bookingId = idOf(tenant.slug, "booking", n);
  const owned = { tenantId, bookingId };
  const spaces = [...hall.spaces.values()];
  const quote = quoteBooking({
    functions: draft.functions.map((one) => ({
      ...one,
      spaceName: spaces.find((space) => space.id === one.spaceId)?.name ?? recipe.name,
    })),
    guests: draft.guests,
    addOns: draft.template.addOns.flatMap((key) => {
      const addOn = hall.addOns.get(key);
      if (!addOn || random.chance(0.3)) return [];
      return [
        { addOn, quantity: addOn.unit === "guest" ? draft.guests : addOn.unit === "hour" ? random.between(3, 6) : 1 },
      ];
    }),
    prices: hall.prices,
    rules: hall.rules,
    muhuratDates: hall.muhurat,
    terms: recipe.paymentTerms,
  });
  const startsAt = new Date(Math.min(...draft.functions.map((one) => one.period.startsAt.getTime())));
  const endsAt = new Date(Math.max(...draft.functions.map((one) => one.period.endsAt.getTime())));
  const online = draft.source === "online";
  const customerActor: EventActor = { kind: "customer", id: customer.id };
  const staffActor: EventActor = { kind: "staff", ...clerk };
  const history = historyOf(random, {
    ...{ fate: draft.fate, source: draft.source, createdAt: draft.createdAt, startsAt, endsAt, now },
    ...{ customer: customerActor, staff: staffActor, trigger: hall.settings.confirmation },
    balanceDueDays: recipe.paymentTerms.balanceDueDays,
  });
  return {
    history,
    booking: {
      tenantId,
      id: bookingId,
      number: "",
      venueId,
      customerId: customer.id,
      status: draft.fate,
      holdExpiresAt: history.holdExpiresAt,
      eventType: draft.template.event,
      eventTitle: titleOf(random, customer.family, draft.template.event),
      guests: draft.guests,
      source: draft.source,
      locale: random.pick(["mr", "mr", "hi", "en"] as const),
      startsAt,
      endsAt,
      totalPaise: quote.totalPaise,
      taxablePaise: quote.taxablePaise,
      gstPaise: quote.gstPaise,
      advancePaise: quote.advancePaise,
      depositPaise: quote.depositPaise,
      terms: { text: recipe.termsText, payment: recipe.paymentTerms, cancellation: recipe.cancellationTerms },
      termsAcceptedAt: draft.createdAt,
      approvedAt: history.approvedAt,
      payAtHallAt: history.payAtHallAt,
      isOption: draft.fate === "pending" && !online,
      takenBy: online ? null : clerk.id,
      createdAt: draft.createdAt,
      updatedAt: history.steps.at(-1)?.at ?? draft.createdAt,
    },
    functions: draft.functions.map(({ period, partIds: _, ...one }, position) => ({
      ...one,
      ...owned,
      ...period,
      id: idOf(bookingId, "function", position),
      position,
    })),
    lines: quote.lines.map(({ functionIndex, ...line }, position) => ({
      ...line,
      ...owned,
      id: idOf(bookingId, "line", position),
      position,
      functionPosition: functionIndex,
    })),
    claims: claimsOf(draft.functions, hall.settings).map(({ partId, period }, position) => ({
      ...owned,
      id: idOf(bookingId, "claim", position),
      partId,
      status: draft.fate,
      during: period,
    })),
    events: history.steps.map(({ type, from, to, actor, at }, position) => ({
      ...owned,
      id: idOf(bookingId, "event", position),
      type,
      fromStatus: from,
      toStatus: to,
      actor,
      data: type === "create" ? { totalPaise: quote.totalPaise } : {},
      at,
    })),
  };
}

export type BookingRows = ReturnType<typeof bookingRows>;

/** Numbers in order of creation, each calendar year from 1, as its counter would have given them. */
export function numberBookings(all: BookingRows[], prefix: string, timeZone: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { booking } of all) {
    const year = localDateOf(booking.createdAt, timeZone).slice(0, 4);
    const n = (counts.get(year) ?? 0) + 1;
    counts.set(year, n);
    booking.number = bookingNumber(prefix, Number(year), n);
  }
  return counts;
}
