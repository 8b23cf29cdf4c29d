import { listVenues } from "@/lib/venues/queries";
import { only } from "@/lib/web/only";
import { publicRoute } from "@/lib/web/route";

/** The tenant's venues, each with its spaces, sessions and extras. */
export const GET = publicRoute(async ({ tenant }) => Response.json({ data: await listVenues(tenant) }));

export const { POST, PUT, PATCH, DELETE } = only("GET");
