import { listVenues } from "@/lib/venues/queries";
import { publicRoute } from "@/lib/web/route";

/** The tenant's venues, each with its spaces, sessions and extras. */
export const GET = publicRoute(async ({ tenant }) => Response.json({ data: await listVenues(tenant) }));
