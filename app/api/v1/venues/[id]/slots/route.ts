import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { listSlots } from "../../../_contract/venues";
import { requireVenue } from "../../../_handlers/require-venue";

export const GET = operation(listSlots, async ({ ctx, params }) => ({
  data: (await requireVenue(ctx, params.id)).slots,
}));

export const { POST, PUT, PATCH, DELETE } = only("GET");
