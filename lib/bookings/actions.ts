"use server";

import { refresh } from "next/cache";
import { inWords, personAction } from "@/lib/web/action-client";
import { asked } from "@/lib/web/asked";
import { tellEffects } from "@/lib/web/effect-sentences";
import { approveAgain } from "./approve-again";
import { approveBooking } from "./approve-booking";
import { cancelBooking } from "./cancel-booking";
import { closeDays } from "./close-days";
import { closeYearly } from "./close-yearly";
import { completeBooking } from "./complete-booking";
import { endYearly } from "./end-yearly";
import { holdBooking } from "./hold-booking";
import {
  blackoutRef,
  bookingRef,
  cancelBookingInput,
  closeDaysInput,
  closeYearlyInput,
  holdBookingInput,
  mergeCustomersInput,
  moveFunctionInput,
  noteRef,
  previewMoveInput,
  rejectBookingInput,
  rescheduleBookingInput,
  writeNoteInput,
  yearlyRef,
} from "./input";
import { mergeCustomers } from "./merge-customers";
import { moveFunction } from "./move-function";
import { openDays } from "./open-days";
import { previewMove } from "./preview-move";
import { rejectBooking } from "./reject-booking";
import { removeNote } from "./remove-note";
import { rescheduleBooking } from "./reschedule-booking";
import { submitBooking } from "./submit-booking";
import { writeNote } from "./write-note";

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

export const closeDaysAction = personAction
  .inputSchema(asked(closeDaysInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await closeDays(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const openDaysAction = personAction
  .inputSchema(asked(blackoutRef), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await openDays(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const closeYearlyAction = personAction
  .inputSchema(asked(closeYearlyInput), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await closeYearly(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const endYearlyAction = personAction
  .inputSchema(asked(yearlyRef), inWords)
  .action(async ({ ctx, parsedInput: { preview, change } }) => {
    const effects = await endYearly(ctx, change, { preview });
    if (!preview) refresh();
    return tellEffects(effects, ctx.locale);
  });

export const previewMoveAction = personAction
  .inputSchema(previewMoveInput, inWords)
  .action(({ parsedInput, ctx }) => previewMove(ctx, parsedInput));

// No refresh(): the diary asks for what it shows by itself.
export const moveFunctionAction = personAction
  .inputSchema(moveFunctionInput, inWords)
  .action(({ parsedInput, ctx }) => moveFunction(ctx, parsedInput));

export const completeBookingAction = personAction
  .inputSchema(bookingRef, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const change = await completeBooking(ctx, parsedInput);
    refresh();
    return change;
  });

export const writeNoteAction = personAction
  .inputSchema(writeNoteInput, inWords)
  .action(async ({ parsedInput, ctx }) => {
    const written = await writeNote(ctx, parsedInput);
    refresh();
    return written;
  });

export const removeNoteAction = personAction.inputSchema(noteRef, inWords).action(async ({ parsedInput, ctx }) => {
  await removeNote(ctx, parsedInput);
  refresh();
  return { noteId: parsedInput.noteId };
});

export const mergeCustomersAction = personAction
  .inputSchema(mergeCustomersInput, inWords)
  .action(async ({ parsedInput, ctx }) => mergeCustomers(ctx, parsedInput));
