import { isTooLong, MAX_DAYS } from "@/lib/availability/input";
import { readAvailabilityJson } from "@/lib/availability/read-availability";
import { AppError } from "@/lib/errors";
import { operation } from "@/lib/web/api/operation";
import { isUnchanged } from "@/lib/web/etag";
import { only } from "@/lib/web/only";
import { getAvailability } from "../../../_contract/venues";

export const GET = operation(getAvailability, async ({ ctx: { tenant, now }, params, query, request }) => {
  if (isTooLong(query)) throw new AppError("RANGE_TOO_LONG", { maxDays: MAX_DAYS });

  const { etag, body } = await readAvailabilityJson(tenant, params, query, now);
  const headers = { etag, "cache-control": "public, max-age=0, must-revalidate" };
  if (isUnchanged(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json" } });
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
