"use server";

import { refresh } from "next/cache";
import { inWords, personAction } from "@/lib/web/action-client";
import { bookAtDesk } from "./book-at-desk";
import { cancelPaymentLinkOf } from "./cancel-payment-link";
import { closeDay } from "./close-day";
import { createRefund } from "./create-refund";
import {
  bookAtDeskInput,
  cancelPaymentLinkInput,
  closeDayInput,
  createRefundInput,
  payBackInput,
  receivePaymentInput,
  retryRefundInput,
  reversePaymentInput,
  sendPaymentLinkInput,
  startPaymentInput,
  verifyPaymentInput,
} from "./input";
import { payBack } from "./pay-back";
import { receivePayment } from "./receive-payment";
import { retryRefund } from "./retry-refund";
import { reversePayment } from "./reverse-payment";
import { sendPaymentLink } from "./send-payment-link";
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
  .inputSchema(bookAtDeskInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    // No refresh(): what was typed stays until the desk has read the answer.
    const { result } = await bookAtDesk(ctx, parsedInput);
    return result;
  });

export const reversePaymentAction = personAction
  .inputSchema(reversePaymentInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    const done = await reversePayment(ctx, parsedInput);
    refresh();
    return done;
  });

export const createRefundAction = personAction
  .inputSchema(createRefundInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    const { result } = await createRefund(ctx, parsedInput);
    refresh();
    return result;
  });

export const payBackAction = personAction.inputSchema(payBackInput, inWords).action(async ({ ctx, parsedInput }) => {
  const done = await payBack(ctx, parsedInput);
  refresh();
  return done;
});

export const retryRefundAction = personAction
  .inputSchema(retryRefundInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    const done = await retryRefund(ctx, parsedInput);
    refresh();
    return done;
  });

export const sendPaymentLinkAction = personAction
  .inputSchema(sendPaymentLinkInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    const done = await sendPaymentLink(ctx, parsedInput);
    refresh();
    return done;
  });

export const cancelPaymentLinkAction = personAction
  .inputSchema(cancelPaymentLinkInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    const done = await cancelPaymentLinkOf(ctx, parsedInput);
    refresh();
    return done;
  });

export const closeDayAction = personAction.inputSchema(closeDayInput, inWords).action(async ({ ctx, parsedInput }) => {
  const done = await closeDay(ctx, parsedInput);
  refresh();
  return done;
});
