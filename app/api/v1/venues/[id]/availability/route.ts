import { availabilityQuery, isTooLong, MAX_DAYS } from "@/lib/availability/input";
import { readAvailabilityJson } from "@/lib/availability/read-availability";
import { AppError } from "@/lib/errors";
import { isUnchanged } from "@/lib/web/etag";
import { only } from "@/lib/web/only";
import { publicRoute, readQuery } from "@/lib/web/route";

/** What a venue offers, day by day; the same numbers as the public calendar. */
export const GET = publicRoute<{ id: string }>(async ({ tenant, now, locale }, request, { id }) => {
  const query = await readQuery(request, availabilityQuery, locale);
  if (isTooLong(query)) throw new AppError("RANGE_TOO_LONG", { maxDays: MAX_DAYS });

  const { etag, body } = await readAvailabilityJson(tenant, { id }, query, now);
  const headers = { etag, "cache-control": "public, max-age=0, must-revalidate" };
  if (isUnchanged(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json" } });
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
