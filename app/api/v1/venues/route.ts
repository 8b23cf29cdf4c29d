import * as venues from "@/lib/venues/queries";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { listVenues } from "../_contract/venues";

export const GET = operation(listVenues, async ({ ctx }) => ({ data: await venues.listVenues(ctx.tenant) }));

export const { POST, PUT, PATCH, DELETE } = only("GET");
