"use server";

import { refresh } from "next/cache";
import { inWords, personAction } from "@/lib/web/action-client";
import { messageRef } from "./input";
import { resendMessage } from "./resend-message";

export const resendMessageAction = personAction
  .inputSchema(messageRef, inWords)
  .action(async ({ parsedInput, ctx }) => {
    await resendMessage(ctx, parsedInput);
    refresh();
    return { messageId: parsedInput.messageId };
  });
