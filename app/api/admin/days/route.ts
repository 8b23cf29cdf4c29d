import * as z from "zod";
import { readDeskDays } from "@/lib/availability/read-desk-days";
import { daysBetween, isLocalDate } from "@/lib/core/local-date";
import { AppError } from "@/lib/errors";
import { readQuery, route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

const MAX_DAYS = 100;
const localDate = z.string("date").refine((text) => isLocalDate(text) && /^(19|20|21)/.test(text), "date");
const query = z
  .object({ venueId: z.uuid(), from: localDate, to: localDate, lang: z.string().optional() })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "dateOrder" });

/** Which sessions the desk can still sell, day by day, as they are this moment. */
export const GET = route(async (visit, request) => {
  const { venueId, from, to } = await readQuery(request, query, visit.locale);
  if (daysBetween(from, to) >= MAX_DAYS) throw new AppError("RANGE_TOO_LONG", { maxDays: MAX_DAYS });
  const days = await readDeskDays(personCtx(visit), venueId, { from, to });
  return Response.json({ data: { days } }, { headers: { "cache-control": "no-store" } });
});
