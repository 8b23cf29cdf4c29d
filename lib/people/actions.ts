"use server";

import { cookies } from "next/headers";
import { actionClient, inWords, personAction } from "@/lib/web/action-client";
import { sessionCookie } from "@/lib/web/cookies";
import { keepBrowserSecret, loadVisitor } from "@/lib/web/visitor";
import { endSession } from "./end-session";
import { requestCodeInput, resendCodeInput, updateProfileInput } from "./input";
import { requestCode } from "./request-code";
import { resendCode } from "./resend-code";
import { updateProfile } from "./update-profile";

export const requestCodeAction = actionClient
  .inputSchema(requestCodeInput, inWords)
  .action(async ({ ctx, parsedInput }) => requestCode(await loadVisitor(ctx, await keepBrowserSecret()), parsedInput));

export const resendCodeAction = actionClient
  .inputSchema(resendCodeInput, inWords)
  .action(async ({ ctx, parsedInput }) => resendCode(await loadVisitor(ctx, await keepBrowserSecret()), parsedInput));

export const updateProfileAction = personAction
  .inputSchema(updateProfileInput, inWords)
  .action(async ({ ctx, parsedInput }) => updateProfile(ctx, parsedInput));

export const signOutAction = actionClient.action(async ({ ctx }) => {
  if (ctx.session) await endSession(ctx.tenant, ctx.session);
  (await cookies()).delete(sessionCookie());
});
