import * as z from "zod";
import { freshGeneration } from "@/lib/availability/generation";
import { loadDiary } from "@/lib/bookings/load-diary";
import { addDays, isLocalDate } from "@/lib/core/local-date";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { findVenueById } from "@/lib/venues/queries";
import { isUnchanged } from "@/lib/web/etag";
import { readQuery, route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

const localDate = z.string("date").refine(isLocalDate, "date");
const query = z.object({ venue: z.uuid(), from: localDate, to: localDate });
const MAX_DAYS = 42;
/** Money and names change without the calendar's generation: by then they are asked for all the same. */
const LOOK_ANYWAY_MS = 15_000;

/** What the diary shows, as it is now; 304 while no claim on the venue has changed. */
export const GET = route(async (visit, request) => {
  const { tenant, now, locale } = visit;
  const { venue: venueId, from, to } = await readQuery(request, query, locale);
  if (to >= addDays(from, MAX_DAYS)) throw new AppError("RANGE_TOO_LONG", { maxDays: MAX_DAYS });
  const ctx = personCtx(visit);
  assertMay(ctx.actor, "diary.read");
  const generation = await freshGeneration(tenant.id, venueId);
  const etag = `W/"${generation}-${Math.floor(now.getTime() / LOOK_ANYWAY_MS)}"`;
  const headers = { etag, "cache-control": "private, no-cache" };
  if (isUnchanged(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  const venue = await findVenueById(tenant, venueId);
  if (!venue) throw new AppError("NOT_FOUND", { what: "venue" });
  return Response.json({ data: await loadDiary(ctx, venue, { from, to }) }, { headers });
});
