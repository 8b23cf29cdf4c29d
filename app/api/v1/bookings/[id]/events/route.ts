import * as bookings from "@/lib/bookings/list-booking-events";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { listBookingEvents } from "../../../_contract/bookings";

export const GET = operation(listBookingEvents, async ({ ctx, params, query }) => {
  const { rows, next } = await bookings.listBookingEvents(ctx, params.id, query);
  const data = rows.map(({ at, actor: { kind }, ...row }) => ({ ...row, at: at.toISOString(), actor: { kind } }));
  return { data, nextCursor: next };
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
