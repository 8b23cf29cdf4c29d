import { openDays } from "@/lib/bookings/open-days";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { deleteBlackout } from "../../_contract/blackouts";

export const DELETE = operation(deleteBlackout, async ({ ctx, params }) => {
  await openDays(ctx, { blackoutId: params.id }, { preview: false });
  return { data: null };
});

export const { GET, POST, PUT, PATCH } = only("DELETE");
