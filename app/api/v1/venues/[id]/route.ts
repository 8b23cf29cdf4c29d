import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { getVenue } from "../../_contract/venues";
import { requireVenue } from "../../_handlers/require-venue";

export const GET = operation(getVenue, async ({ ctx, params }) => ({ data: await requireVenue(ctx, params.id) }));

export const { POST, PUT, PATCH, DELETE } = only("GET");
