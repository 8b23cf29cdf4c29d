"use server";

import { refresh } from "next/cache";
import { takeBookingInput } from "@/lib/bookings/input";
import { inWords, personAction } from "@/lib/web/action-client";
import { bookAtDesk } from "./book-at-desk";
import { receivePaymentInput, startPaymentInput, verifyPaymentInput } from "./input";
import { receivePayment } from "./receive-payment";
import { startPayment } from "./start-payment";
import { verifyPayment } from "./verify-payment";

export const startPaymentAction = personAction
  .inputSchema(startPaymentInput, inWords)
  .action(async ({ ctx, parsedInput }) => startPayment(ctx, parsedInput));

export const verifyPaymentAction = personAction
  .inputSchema(verifyPaymentInput, inWords)
  .action(async ({ ctx, parsedInput }) => verifyPayment(ctx, parsedInput));

export const receivePaymentAction = personAction
  .inputSchema(receivePaymentInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    const { result } = await receivePayment(ctx, parsedInput);
    refresh();
    return result;
  });
export const bookAtDeskAction = personAction
  .inputSchema(takeBookingInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    // No refresh(): what was typed stays until the desk has read the answer.
    const { result } = await bookAtDesk(ctx, parsedInput);
    return result;
  });
