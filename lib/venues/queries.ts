import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { inTenant, readGeneration, type TenantId } from "@/db/client";
import { isId, isSlug } from "@/db/id";
import { venues } from "@/db/schema/venues";
import { loadVenueInTx } from "./load-venue";
import type { Venue, VenueBook } from "./types";

type Owner = { id: TenantId };

// The generation makes an entry exact; the minute bounds what no trigger watches (an add-on's text).
const books = new LRUCache<string, { generation: number; book: Promise<VenueBook | null> }>({ max: 2000, ttl: 60_000 });
const idBySlug = new LRUCache<string, string>({ max: 5000 });

/** A venue's book at a generation that was read before: never older than it. Shared, so never change what it returns. */
export function venueBookAt(tenant: Owner, venueId: string, generation: number): Promise<VenueBook | null> {
  const key = `${tenant.id}/${venueId}`;
  const known = books.get(key);
  if (known && known.generation >= generation) return known.book;
  const book = inTenant(tenant.id, (tx) => loadVenueInTx(tx, tenant.id, venueId));
  books.set(key, { generation, book });
  book.catch(() => books.delete(key));
  return book;
}

/** Null for an id that is malformed, absent or another tenant's: they look alike. */
export async function findVenueById(tenant: Owner, id: string): Promise<Venue | null> {
  if (!isId(id)) return null;
  const generation = await readGeneration(tenant.id, id);
  if (generation === null) return null;
  return (await venueBookAt(tenant, id, generation))?.venue ?? null;
}

export async function findVenueBySlug(tenant: Owner, slug: string): Promise<Venue | null> {
  if (!isSlug(slug)) return null;
  const key = `${tenant.id}/${slug}`;
  const hint = idBySlug.get(key);
  const known = hint === undefined ? null : await findVenueById(tenant, hint);
  if (known?.slug === slug) return known;
  const [row] = await inTenant(tenant.id, (tx) =>
    tx
      .select({ id: venues.id })
      .from(venues)
      .where(and(eq(venues.tenantId, tenant.id), eq(venues.slug, slug))),
  );
  if (!row) return null;
  idBySlug.set(key, row.id);
  return findVenueById(tenant, row.id);
}

/** A tenant's venues, in its own order. */
export async function listVenues(tenant: Owner): Promise<Venue[]> {
  const rows = await inTenant(tenant.id, (tx) =>
    tx
      .select({ id: venues.id })
      .from(venues)
      .where(eq(venues.tenantId, tenant.id))
      .orderBy(asc(venues.sortOrder), asc(venues.id)),
  );
  const found = await Promise.all(rows.map((row) => findVenueById(tenant, row.id)));
  return found.filter((venue) => venue !== null);
}
