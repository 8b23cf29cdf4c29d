import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { getBooking } from "../../_contract/bookings";
import { showBooking } from "../../_handlers/show-booking";

export const GET = operation(getBooking, async ({ ctx, params }) => ({ data: await showBooking(ctx, params.id) }));

export const { POST, PUT, PATCH, DELETE } = only("GET");
