import "server-only";
import type { Tx } from "@/db/client";
import { type AvailabilityDay, daysOf } from "@/lib/core/availability";
import { addDays, addMonths } from "@/lib/core/local-date";
import { startOfDay, todayIn } from "@/lib/core/period";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { listClaims } from "./list-claims";
import { listMuhuratDates, loadVenueInTx } from "./load-venue";
import type { VenueBook } from "./types";

/**
 * All that families may book from today on, as it stands in this transaction, with the book that it comes from.
 * @throws AppError NOT_FOUND
 */
export async function loadHorizon(
  tx: Tx,
  { tenant, now }: Pick<Ctx, "tenant" | "now">,
  venueId: string,
): Promise<{ book: VenueBook; days: AvailabilityDay[] }> {
  const book = await loadVenueInTx(tx, tenant.id, venueId);
  if (!book) throw new AppError("NOT_FOUND", { what: "venue" });
  const { settings, spaces, slots } = book.venue;
  const from = todayIn(now, settings.timeZone);
  const to = addMonths(from, settings.horizonMonths);
  const partIds = [...new Set(spaces.flatMap((space) => space.partIds))];
  const touching = {
    startsAt: startOfDay(addDays(from, -1), settings.timeZone),
    endsAt: startOfDay(addDays(to, 4), settings.timeZone),
  };
  const [claims, muhurat] = await Promise.all([
    listClaims(tx, tenant.id, partIds, touching),
    listMuhuratDates(tx, tenant.id, venueId, from, to),
  ]);
  const { prices, rules } = book;
  const muhuratDates = new Set(muhurat);
  return { book, days: daysOf({ from, to, spaces, slots, claims, prices, rules, muhuratDates, settings, now }) };
}
