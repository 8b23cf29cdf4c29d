"use server";

import { inWords, personAction } from "@/lib/web/action-client";
import { startPaymentInput, verifyPaymentInput } from "./input";
import { startPayment } from "./start-payment";
import { verifyPayment } from "./verify-payment";

export const startPaymentAction = personAction
  .inputSchema(startPaymentInput, inWords)
  .action(async ({ ctx, parsedInput }) => startPayment(ctx, parsedInput));

export const verifyPaymentAction = personAction
  .inputSchema(verifyPaymentInput, inWords)
  .action(async ({ ctx, parsedInput }) => verifyPayment(ctx, parsedInput));
