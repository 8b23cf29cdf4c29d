"use server";

import { refresh } from "next/cache";
import { inWords, personAction } from "@/lib/web/action-client";
import { approveAgain } from "./approve-again";
import { approveBooking } from "./approve-booking";
import { cancelBooking } from "./cancel-booking";
import { holdBooking } from "./hold-booking";
import { bookingRef, cancelBookingInput, holdBookingInput, rejectBookingInput, rescheduleBookingInput } from "./input";
import { rejectBooking } from "./reject-booking";
import { rescheduleBooking } from "./reschedule-booking";
import { submitBooking } from "./submit-booking";

export const holdBookingAction = personAction
  .inputSchema(holdBookingInput, inWords)
  .action(async ({ parsedInput, ctx }) => {
    // No refresh(): it would render the step that is being left. The browser refreshes where it arrives.
    const { result } = await holdBooking(ctx, parsedInput);
    return result;
  });

export const submitBookingAction = personAction
  .inputSchema(bookingRef, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const change = await submitBooking(ctx, parsedInput);
    refresh();
    return change;
  });

export const cancelBookingAction = personAction
  .inputSchema(cancelBookingInput, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const change = await cancelBooking(ctx, parsedInput);
    refresh();
    return change;
  });

export const rescheduleBookingAction = personAction
  .inputSchema(rescheduleBookingInput, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const change = await rescheduleBooking(ctx, parsedInput);
    refresh();
    return change;
  });

export const approveBookingAction = personAction
  .inputSchema(bookingRef, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const change = await approveBooking(ctx, parsedInput);
    refresh();
    return change;
  });

export const approveAgainAction = personAction.inputSchema(bookingRef, inWords).action(async ({ parsedInput, ctx }) => {
  const change = await approveAgain(ctx, parsedInput);
  refresh();
  return change;
});

export const rejectBookingAction = personAction
  .inputSchema(rejectBookingInput, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const change = await rejectBooking(ctx, parsedInput);
    refresh();
    return change;
  });
