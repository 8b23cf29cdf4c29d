import * as z from "zod";
import { findCustomers } from "@/lib/people/find-customers";
import { readQuery, route } from "@/lib/web/route";
import { personCtx } from "@/lib/web/visit";

const query = z.object({ q: z.string().trim().min(1).max(80), lang: z.string().optional() });
const AT_MOST = 6;

/** People whom the hall knows, by a part of their phone or name. */
export const GET = route(async (visit, request) => {
  const { q } = await readQuery(request, query, visit.locale);
  const data = await findCustomers(personCtx(visit), q, AT_MOST);
  return Response.json({ data }, { headers: { "cache-control": "no-store" } });
});
