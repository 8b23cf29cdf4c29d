import "server-only";
import { cookies, headers } from "next/headers";
import { createSafeActionClient } from "next-safe-action";
import { DEFAULT_LOCALE } from "@/lib/core/locale";
import { AppError } from "@/lib/errors";
import { noteOfRequest, underRequest } from "@/lib/request-context";
import { loadCtx, loadPlace } from "./ctx";
import { type FieldErrors, fieldErrorsOf } from "./field-errors";
import { LOCALE_COOKIE, localeOf } from "./locale";
import { type PublicError, toPublicError } from "./problem";
import { requestIdOf } from "./request-id";
import { isSameOrigin } from "./same-origin";
import { personCtx, type Visit } from "./visit";

/**
 * For actions that anyone may call; `ctx` is the visit. Server actions let a missing Origin pass, this does not.
 * A failure comes back as `serverError: PublicError`.
 */
export const actionClient = createSafeActionClient({
  handleServerError: async (error, { ctx }): Promise<PublicError> => toPublicError(error, await heardOf(ctx)),
})
  .use<Visit>(async ({ next }) => {
    const ctx = await loadCtx();
    return underRequest(ctx.requestId, () => {
      noteOfRequest({ tenant: ctx.tenant.slug });
      return next({ ctx });
    });
  })
  .use(async ({ next }) => {
    if (!isSameOrigin(await headers())) throw new AppError("CROSS_ORIGIN");
    return next();
  });

/** For actions of somebody signed in; `ctx` is a verb's. */
export const personAction = actionClient.use(async ({ next, ctx }) => next({ ctx: personCtx(ctx) }));

/** Second argument of `inputSchema`: complaints become sentences in the person's language. */
export const inWords = {
  handleValidationErrorsShape: async (errors: unknown): Promise<FieldErrors> => {
    const { locale } = await loadPlace();
    return fieldErrorsOf(errors, locale);
  },
};

/** The request's own language and id, where its visit got that far; else the language of the page that it came from. */
async function heardOf(ctx: Partial<Pick<Visit, "locale" | "requestId">>) {
  if (ctx.locale && ctx.requestId) return { locale: ctx.locale, requestId: ctx.requestId };
  const told = await headers();
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value;
  return { locale: localeOf({ headers: told, cookie }, DEFAULT_LOCALE), requestId: requestIdOf(told) };
}
