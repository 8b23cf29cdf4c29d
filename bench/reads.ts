import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { asPlatform } from "../db/client";
import { recipeIds } from "../db/seed/recipe-ids";
import { addDays, addMonths } from "../lib/core/local-date";
import { todayIn } from "../lib/core/period";
import { ask } from "../local/testing/ask";
import type { Hall } from "./halls";
import { beside, type Row, type Target } from "./load";

const MONTHS = 22;
const HANDLER = "bare handler";

const thisMonth = () => todayIn(new Date(), "Asia/Kolkata").slice(0, 7);
const monthAt = (offset: number) => addMonths(`${thisMonth()}-01`, offset);
const pathOf = (venueId: string, first: string, spaceId?: string) =>
  `/api/v1/venues/${venueId}/availability?from=${first}&to=${addDays(addMonths(first, 1), -1)}${spaceId ? `&spaceId=${spaceId}` : ""}`;

/** The demo hall, with eighteen months of bookings: what is read most. */
export async function benchReads(site: number, handler: Target, empty: Target): Promise<Row[]> {
  const slug = await venueSlug(site);
  const { venueId, space } = recipeIds("parbhani", slug);
  const host = `localhost:${site}`;
  const target = (path: string): Target => ({ port: site, path, headers: { host } });
  return [
    ...(await oneSpace(site, handler, host, pathOf(venueId, monthAt(2), space("hall")))),
    await beside("Whole venue, one month, cached", HANDLER, handler, target(pathOf(venueId, monthAt(2)))),
    await beside("Venue page with its calendar", "empty page", empty, target(`/en/venues/${slug}`)),
  ];
}

/** A month of one space of any hall, and the same as 304. */
export function benchOneSpace(
  site: number,
  handler: Target,
  { host, venue }: Pick<Hall, "host" | "venue">,
): Promise<Row[]> {
  return oneSpace(site, handler, host, pathOf(venue.id, monthAt(2), venue.space.b));
}

async function oneSpace(site: number, handler: Target, host: string, path: string): Promise<Row[]> {
  const { headers, status, body } = await ask(site, { path, headers: { host } });
  const { etag } = headers;
  if (status !== 200 || typeof etag !== "string") throw new Error(`${path}: ${status} ${body}`);
  const target = (more: Record<string, string> = {}): Target => ({ port: site, path, headers: { host, ...more } });
  return [
    await beside("One space, one month, cached", HANDLER, handler, target()),
    await beside("The same as 304", HANDLER, handler, target({ "if-none-match": etag })),
  ];
}

/**
 * Nothing cached: each request is for a venue and month whose generation has been raised since it was last asked for, so
 * neither this process nor Upstash has an answer. Run it after the holds: the months are then full.
 */
export async function benchUncached(site: number, handler: Target, halls: Hall[]): Promise<Row> {
  let turn = 0;
  const raise = () => asPlatform((tx) => tx.execute(sql`update venue_generations set generation = generation + 1`));
  const failed: unknown[] = [];
  const target: Target = {
    port: site,
    request: {
      setupRequest: (request) => {
        const hall = halls[turn % halls.length];
        const month = Math.floor(turn / halls.length) % MONTHS;
        turn += 1;
        // A round has asked for every month of every hall: make all of them new.
        if (turn % (halls.length * MONTHS) === 0) raise().catch((error: unknown) => failed.push(error));
        if (!hall) throw new Error("no hall");
        const headers = { ...request.headers, host: hall.host, "x-request-id": randomUUID() };
        return { ...request, headers, path: pathOf(hall.venue.id, monthAt(month), hall.venue.space.whole) };
      },
    },
  };
  await raise();
  const row = await beside("One space, one month, uncached", HANDLER, handler, target);
  if (failed.length > 0) throw failed[0];
  return row;
}

let known: string | undefined;

export async function venueSlug(site: number): Promise<string> {
  if (known) return known;
  const { body } = await ask(site, { path: "/api/v1/venues", headers: { host: `localhost:${site}` } });
  const slug = /"slug":"([^"]+)"/.exec(body)?.[1];
  if (!slug) throw new Error(`no venue: ${body}`);
  known = slug;
  return slug;
}
