import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { createBookingAt } from "../../../_contract/bookings";
import { createBookingFor } from "../../../_handlers/create-booking";

export const POST = operation(createBookingAt, async (call) => {
  const { result, replayed } = await createBookingFor(call, call.params.id, call.body);
  return { data: result, isReplayed: replayed };
});

export const { GET, PUT, PATCH, DELETE } = only("POST");
