import "server-only";
import { LRUCache } from "lru-cache";
import type { TenantId } from "@/db/client";
import { isId } from "@/db/id";
import { addMonths, type LocalDate } from "@/lib/core/local-date";
import { AppError } from "@/lib/errors";
import { generationsOf, venueBookAt } from "@/lib/venues/queries";
import { cachedMonths } from "./cached-months";
import { freshGeneration } from "./generation";
import { daysFor, dayTexts, type Month } from "./month";
import type { Availability, AvailabilityJson, AvailabilityRange } from "./types";

type Owner = { id: TenantId };
type VenueRef = { id: string };
type Found = {
  generation: number;
  timeZone: string;
  until: number;
  months: { month: Month; from: number; to: number }[];
};

function monthsBetween(from: LocalDate, to: LocalDate): string[] {
  const months: string[] = [];
  const first = from.slice(0, 7);
  // The lower bound ends it after the year 9999, whose next month is written otherwise.
  for (let month = first; month >= first && month <= to.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    months.push(month);
  }
  return months;
}

/** @throws AppError NOT_FOUND for a venue that the tenant does not have. */
async function generationOf(tenant: Owner, venue: VenueRef): Promise<number> {
  const generation = isId(venue.id) ? await freshGeneration(tenant.id, venue.id) : null;
  if (generation === null) throw new AppError("NOT_FOUND", { what: "venue" });
  return generation;
}

async function findMonths(
  tenant: Owner,
  venueId: string,
  range: AvailabilityRange,
  generation: number,
  now: Date,
): Promise<Found> {
  const book = await venueBookAt(tenant, venueId, generation);
  if (!book) throw new AppError("NOT_FOUND", { what: "venue" });
  const { spaces, settings } = book.venue;
  if (range.spaceId !== undefined && !spaces.some((space) => space.id === range.spaceId)) {
    throw new AppError("NOT_FOUND", { what: "space" });
  }
  const names = monthsBetween(range.from, range.to);
  const found = await cachedMonths(tenant.id, venueId, names, generation, now);
  const months = found.flatMap((month, index) => {
    if (!month) throw new AppError("NOT_FOUND", { what: "venue" });
    const first = index === 0 ? Number(range.from.slice(8)) - 1 : 0;
    const last = index === names.length - 1 ? Number(range.to.slice(8)) : month.days.length;
    return [{ month, from: first, to: last }];
  });
  const until = Math.min(...months.map(({ month }) => month.until));
  return { generation, timeZone: settings.timeZone, until, months };
}

const etagOf = (generation: number, until: number): string => `W/"${generation}-${until.toString(36)}"`;

/**
 * What a venue offers from `from` to `to` (local dates, both included), read so that nothing older than this call's
 * beginning is shown, nor, inside a page, than the page's. `from` may not be after `to`; the caller bounds the length.
 * @throws AppError NOT_FOUND, also for another tenant's venue or space.
 */
export async function readAvailability(
  tenant: Owner,
  venue: VenueRef,
  range: AvailabilityRange,
  now: Date = new Date(),
): Promise<Availability> {
  const generation = (await generationsOf(tenant.id)).get(venue.id);
  if (generation === undefined) throw new AppError("NOT_FOUND", { what: "venue" });
  const found = await findMonths(tenant, venue.id, range, generation, now);
  return {
    generation: found.generation,
    etag: etagOf(found.generation, found.until),
    timeZone: found.timeZone,
    days: found.months.flatMap(({ month, from, to }) => daysFor(month.days.slice(from, to), range.spaceId)),
  };
}

type Answer = AvailabilityJson & { generation: number; until: number };

// Whole answers, ready to send: the same few months of a venue are asked for again and again.
const answers = new LRUCache<string, Answer>({
  maxSize: 48 * 1024 * 1024,
  sizeCalculation: ({ body }) => body.length + 300,
});
const encoder = new TextEncoder();

/** The same as `readAvailability`, as the JSON text that the API answers with. */
export async function readAvailabilityJson(
  tenant: Owner,
  venue: VenueRef,
  range: AvailabilityRange,
  now: Date = new Date(),
): Promise<AvailabilityJson> {
  const generation = await generationOf(tenant, venue);
  const key = `${tenant.id}/${venue.id}/${range.from}/${range.to}/${range.spaceId ?? ""}`;
  const known = answers.get(key);
  if (known && known.generation === generation && known.until > now.getTime()) return known;
  const found = await findMonths(tenant, venue.id, range, generation, now);
  const { timeZone, until } = found;
  const head = JSON.stringify({ venueId: venue.id, timeZone, generation }).slice(0, -1);
  const days = found.months.flatMap(({ month, from, to }) => dayTexts(month, range.spaceId).slice(from, to));
  const body = encoder.encode(`{"data":${head},"days":[${days.join(",")}]}}`);
  const answer = { generation, until, etag: etagOf(generation, until), body };
  answers.set(key, answer);
  return answer;
}
