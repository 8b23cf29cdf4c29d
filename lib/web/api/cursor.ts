import { createHash } from "node:crypto";
import { canonical } from "@/lib/core/canonical";

/**
 * A list as one call asks for it: its operation, what stands in its path, its order and filters. How many rows a page has is not part of it.
 */
export type Listed = { id: string; params: unknown; query: unknown };

/** Ten characters of the list and the end: against mistakes, since a cursor opens nothing that its caller may not read anyway. */
function markOf(end: string, { id, params, query }: Listed): string {
  const { cursor: _, limit: __, ...wish } = Object(query);
  // Ids, and what is searched for, are the same in capitals.
  const text = canonical([end, id, params, wish]).toLowerCase();
  return createHash("sha256").update(text).digest("base64url").slice(0, 10);
}

/** Where a page ended, as callers hold it: good for this list alone. */
export const sealCursor = (end: string, list: Listed): string => `${end}.${markOf(end, list)}`;

/** The end in a cursor of whichever list: for its contract to look at, since whoever calls can write any. */
export const endOf = (sealed: string): string => sealed.slice(0, -11);

/** Where the page before ended; null for a cursor of another list, or of the same in another order or with other filters. */
export function openCursor(sealed: string, list: Listed): string | null {
  const end = endOf(sealed);
  return sealed === sealCursor(end, list) ? end : null;
}
