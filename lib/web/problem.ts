import "server-only";
import type { Locale } from "@/lib/core/locale";
import { AppError, type ErrorCode } from "@/lib/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import { log } from "@/lib/log";
import { noteOfRequest } from "@/lib/request-context";

/** The one place where a failure gets its HTTP status. */
export const STATUS_OF = {
  INVALID_INPUT: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CROSS_ORIGIN: 403,
  RATE_LIMITED: 429,
  BUSY: 503,
  INTERNAL: 500,
  SLOT_TAKEN: 409,
  FUNCTIONS_OVERLAP: 422,
  OUTSIDE_LEAD_TIME: 422,
  BEYOND_HORIZON: 422,
  IN_THE_PAST: 422,
  TOO_SHORT: 422,
  TOO_LONG: 422,
  INVERTED_PERIOD: 422,
  SLOT_NOT_OFFERED: 422,
  CUSTOM_TIMES_NOT_ALLOWED: 403,
  OVER_CAPACITY: 422,
  PRICE_MISSING: 422,
  PRICE_CHANGED: 409,
  TERMS_NOT_ACCEPTED: 422,
  HOLD_LIMIT: 429,
  REQUEST_LIMIT: 429,
  HOLD_EXPIRED: 410,
  WRONG_STATUS: 409,
  DATE_CHANGE_NOT_ALLOWED: 403,
  PAY_AT_HALL_NOT_OFFERED: 422,
  NOTHING_DUE: 409,
  PAYMENT_INVALID: 400,
  PAYMENT_GATEWAY_DOWN: 502,
  REFUND_TOO_LARGE: 422,
  ABOVE_DUE: 422,
  NOT_REVERSIBLE: 409,
  BOOK_CHANGED: 409,
  OTP_WRONG: 401,
  OTP_EXPIRED: 410,
  OTP_TOO_MANY: 429,
  OTP_RESEND_TOO_SOON: 429,
  OTP_SEND_LIMIT: 429,
  PHONE_INVALID: 422,
  IDEMPOTENCY_MISMATCH: 422,
  IDEMPOTENCY_IN_FLIGHT: 409,
  RANGE_TOO_LONG: 400,
  LAST_OWNER: 409,
  ALREADY_ON_TEAM: 409,
  CHANGED_MEANWHILE: 409,
  STILL_BOOKED: 409,
  STILL_NEEDED: 409,
  DISCOUNT_TOO_LARGE: 422,
  ADVANCE_MISSING: 422,
} as const satisfies Record<ErrorCode, number>;

/** A failure as a caller may see it: never a stack, SQL or a constraint's name. */
export type PublicError = {
  code: ErrorCode;
  /** A sentence in the caller's language that says what to do next. */
  message: string;
  details?: Record<string, unknown>;
  requestId: string;
};

export type Heard = { locale: Locale; requestId: string };

/** An AppError as it is; anything else is INTERNAL, and logged under the request's id, which is all that the caller learns. */
export async function toPublicError(error: unknown, { locale, requestId }: Heard): Promise<PublicError> {
  const known = error instanceof AppError ? error : undefined;
  if (!known) log.error({ requestId, err: error }, "unexpected error");
  const code = known?.code ?? "INTERNAL";
  noteOfRequest({ code });
  const { errors } = await loadMessages(locale);
  return { code, message: errors[code], ...(known?.details ? { details: known.details } : {}), requestId };
}

/**
 * RFC 9457 problem+json. `errors`, `alternatives` and `retryAfterSeconds` of an AppError's details become members. `detail`
 * where the code's own sentence does not fit whoever asked.
 */
export async function problemResponse(error: unknown, heard: Heard, detail?: string): Promise<Response> {
  const { code, message, details, requestId } = await toPublicError(error, heard);
  const status = STATUS_OF[code];
  const body = {
    ...details,
    type: `urn:mandap:problem:${code.toLowerCase().replaceAll("_", "-")}`,
    title: titleOf(code),
    status,
    code,
    detail: detail ?? message,
    requestId,
  };
  const headers = new Headers({
    "content-type": "application/problem+json; charset=utf-8",
    "content-language": heard.locale,
    "cache-control": "no-store",
    "x-request-id": requestId,
  });
  const wait = details?.retryAfterSeconds;
  if (typeof wait === "number") headers.set("retry-after", String(Math.max(Math.ceil(wait), 1)));
  if (Array.isArray(details?.allow)) headers.set("allow", details.allow.join(", "));
  return new Response(JSON.stringify(body), { status, headers });
}

/** The code as words, the same in every language: it is for the developer, `detail` is for the person. */
function titleOf(code: ErrorCode): string {
  const words = code.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
