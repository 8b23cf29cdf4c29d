import "server-only";
import type { Tx } from "@/db/client";
import { compareCalendars } from "@/lib/core/calendar-change";
import type { NamedExample, SetupEffects } from "@/lib/core/setup-effects";
import type { Ctx } from "@/lib/tenants/ctx";
import { type Mode, takeBackAfter } from "@/lib/tenants/take-back";
import { loadHorizon } from "./load-horizon";
import { lockVenue } from "./lock-venue";
import type { VenueBook } from "./types";

type Told = Partial<Pick<SetupEffects, "notes" | "bookings">>;

/**
 * Changes what a venue sells, and tells what that does to its calendar: the whole horizon is read before and after. As a
 * preview all of it is taken back. `work` writes the change and its history, and adds what it knows beside the calendar.
 * @throws AppError NOT_FOUND
 */
export function changeSetUp(
  ctx: Ctx,
  venueId: string,
  mode: Mode,
  work: (tx: Tx, book: VenueBook) => Promise<Told>,
): Promise<SetupEffects> {
  return takeBackAfter(ctx.tenant.id, mode, async (tx) => {
    await lockVenue(tx, venueId);
    const before = await loadHorizon(tx, ctx, venueId);
    const { notes = [], bookings = [] } = await work(tx, before.book);
    const after = await loadHorizon(tx, ctx, venueId);
    const change = compareCalendars(before.days, after.days);
    const examples = change.examples.map((example) => named(example, after.book));
    return { calendar: { ...change, examples }, notes: notes.filter(({ count }) => count > 0), bookings };
  });
}

function named(example: Omit<NamedExample, "space" | "slot">, { venue }: VenueBook): NamedExample {
  const space = venue.spaces.find(({ id }) => id === example.spaceId)?.name ?? { en: "" };
  const slot = venue.slots.find(({ id }) => id === example.slotId)?.name ?? { en: "" };
  return { ...example, space, slot };
}
