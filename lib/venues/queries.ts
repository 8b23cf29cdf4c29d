import "server-only";
import { LRUCache } from "lru-cache";
import { cache } from "react";
import { inTenant, readGeneration, readGenerations, type TenantId } from "@/db/client";
import { isId, isSlug } from "@/db/id";
import { loadVenueInTx } from "./load-venue";
import type { Venue, VenueBook } from "./types";

type Owner = { id: TenantId };

// The generation makes an entry exact; the minute bounds what no trigger watches (an add-on's text).
const books = new LRUCache<string, { generation: number; book: Promise<VenueBook | null> }>({ max: 2000, ttl: 60_000 });

/** All that one page shows is of one moment: its parts share the reading. Outside of a page each call reads for itself. */
export const generationsOf = cache(readGenerations);

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

/** Null for a slug that is malformed, absent or another tenant's. */
export async function findVenueBySlug(tenant: Owner, slug: string): Promise<Venue | null> {
  if (!isSlug(slug)) return null;
  return (await listVenues(tenant)).find((venue) => venue.slug === slug) ?? null;
}

/** A tenant's venues, in its own order. */
export async function listVenues(tenant: Owner): Promise<Venue[]> {
  return (await listVenueBooks(tenant)).map((book) => book.venue);
}

/** The same with what prices them. */
export async function listVenueBooks(tenant: Owner): Promise<VenueBook[]> {
  const generations = await generationsOf(tenant.id);
  const found = await Promise.all([...generations].map(([id, generation]) => venueBookAt(tenant, id, generation)));
  return found
    .filter((book) => book !== null)
    .toSorted((a, b) => a.sortOrder - b.sortOrder || (a.venue.id < b.venue.id ? -1 : 1));
}
