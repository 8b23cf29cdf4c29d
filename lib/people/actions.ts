"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { AppError } from "@/lib/errors";
import { actionClient, inWords, personAction } from "@/lib/web/action-client";
import { sessionCookie } from "@/lib/web/cookies";
import { keepBrowserSecret, loadVisitor } from "@/lib/web/visitor";
import { changeRole } from "./change-role";
import { createApiKey } from "./create-api-key";
import { endSession } from "./end-session";
import {
  apiKeyRef,
  changeRoleInput,
  createApiKeyInput,
  endSessionsInput,
  inviteMemberInput,
  memberRef,
  requestCodeInput,
  resendCodeInput,
  updateCustomerInput,
  updateProfileInput,
} from "./input";
import { inviteMember } from "./invite-member";
import { endOwnSessions } from "./own-sessions";
import { removeMember } from "./remove-member";
import { requestCode } from "./request-code";
import { resendCode } from "./resend-code";
import { revokeApiKey } from "./revoke-api-key";
import { updateCustomer } from "./update-customer";
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

export const inviteMemberAction = personAction
  .inputSchema(inviteMemberInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    const invited = await inviteMember(ctx, parsedInput);
    refresh();
    return invited;
  });

export const changeRoleAction = personAction
  .inputSchema(changeRoleInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    await changeRole(ctx, parsedInput);
    refresh();
    return { userId: parsedInput.userId };
  });

export const removeMemberAction = personAction.inputSchema(memberRef, inWords).action(async ({ ctx, parsedInput }) => {
  await removeMember(ctx, parsedInput);
  refresh();
  return { userId: parsedInput.userId };
});

export const endSessionsAction = actionClient
  .inputSchema(endSessionsInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    if (!ctx.session || !ctx.actor) throw new AppError("UNAUTHENTICATED");
    await endOwnSessions({ ...ctx, actor: ctx.actor }, ctx.session.sessionId, parsedInput.sessionId);
    refresh();
    return { ended: true };
  });

export const updateCustomerAction = personAction
  .inputSchema(updateCustomerInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    await updateCustomer(ctx, parsedInput);
    refresh();
    return { customerId: parsedInput.customerId };
  });

export const createApiKeyAction = personAction
  .inputSchema(createApiKeyInput, inWords)
  .action(async ({ ctx, parsedInput }) => {
    const made = await createApiKey(ctx, parsedInput);
    refresh();
    return made;
  });

export const revokeApiKeyAction = personAction.inputSchema(apiKeyRef, inWords).action(async ({ ctx, parsedInput }) => {
  const revoked = await revokeApiKey(ctx, parsedInput);
  refresh();
  return revoked;
});
