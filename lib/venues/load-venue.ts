import "server-only";
import { and, asc, between, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addOns, priceRules, prices } from "@/db/schema/prices";
import { muhuratDates, slots, spaceParts, spaces, venues } from "@/db/schema/venues";
import type { LocalDate } from "@/lib/core/local-date";
import type { VenueSettings } from "@/lib/core/venue-settings";
import { AppError } from "@/lib/errors";
import { settingsOf, toVenueBook } from "./to-venue-book";
import type { VenueBook } from "./types";

/** A venue and its prices as they stand in this transaction; null where the tenant has no such venue. */
export async function loadVenueInTx(tx: Tx, tenantId: string, venueId: string): Promise<VenueBook | null> {
  const ofVenue = <T extends typeof spaces | typeof slots | typeof prices | typeof priceRules | typeof addOns>(
    table: T,
  ) => and(eq(table.tenantId, tenantId), eq(table.venueId, venueId));
  // Awaited together: postgres.js sends them in one go.
  const [[venue], spaceRows, partRows, slotRows, priceRows, ruleRows, addOnRows] = await Promise.all([
    tx
      .select()
      .from(venues)
      .where(and(eq(venues.tenantId, tenantId), eq(venues.id, venueId))),
    tx
      .select()
      .from(spaces)
      .where(and(ofVenue(spaces), isNull(spaces.archivedAt)))
      .orderBy(asc(spaces.sortOrder), asc(spaces.id)),
    tx
      .select({ spaceId: spaceParts.spaceId, partId: spaceParts.partId })
      .from(spaceParts)
      .innerJoin(spaces, and(eq(spaces.tenantId, spaceParts.tenantId), eq(spaces.id, spaceParts.spaceId)))
      .where(ofVenue(spaces))
      .orderBy(asc(spaceParts.partId)),
    tx
      .select()
      .from(slots)
      .where(and(ofVenue(slots), isNull(slots.archivedAt)))
      .orderBy(asc(slots.sortOrder), asc(slots.id)),
    tx.select().from(prices).where(ofVenue(prices)),
    tx.select().from(priceRules).where(ofVenue(priceRules)).orderBy(asc(priceRules.position), asc(priceRules.id)),
    tx
      .select()
      .from(addOns)
      .where(and(ofVenue(addOns), isNull(addOns.archivedAt)))
      .orderBy(asc(addOns.sortOrder), asc(addOns.id)),
  ]);
  if (!venue) return null;
  return toVenueBook({ venue, spaceRows, partRows, slotRows, priceRows, ruleRows, addOnRows });
}

/** How the venue of a booking works, as it stands in this transaction. @throws AppError NOT_FOUND */
export async function loadVenueSettings(
  tx: Tx,
  { tenantId, venueId }: { tenantId: string; venueId: string },
): Promise<VenueSettings> {
  const [venue] = await tx
    .select()
    .from(venues)
    .where(and(eq(venues.tenantId, tenantId), eq(venues.id, venueId)));
  if (!venue) throw new AppError("NOT_FOUND", { what: "venue" });
  return settingsOf(venue);
}

/** The hall's own auspicious days from `from` to `to`, both included, in order. */
export async function listMuhuratDates(
  tx: Tx,
  tenantId: string,
  venueId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<LocalDate[]> {
  const rows = await tx
    .select({ date: muhuratDates.date })
    .from(muhuratDates)
    .where(
      and(eq(muhuratDates.tenantId, tenantId), eq(muhuratDates.venueId, venueId), between(muhuratDates.date, from, to)),
    )
    .orderBy(asc(muhuratDates.date));
  return rows.map((row) => row.date);
}
