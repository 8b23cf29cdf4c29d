/** Every failure a caller can be told about. `lib/web/problem.ts` gives each its HTTP status, messages/*.json its words. */
export const ERROR_CODES = [
  "INVALID_INPUT",
  "NOT_FOUND",
  "METHOD_NOT_ALLOWED",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "CROSS_ORIGIN",
  "RATE_LIMITED",
  "BUSY",
  "INTERNAL",
  "SLOT_TAKEN",
  "FUNCTIONS_OVERLAP",
  "OUTSIDE_LEAD_TIME",
  "BEYOND_HORIZON",
  "IN_THE_PAST",
  "TOO_SHORT",
  "TOO_LONG",
  "INVERTED_PERIOD",
  "SLOT_NOT_OFFERED",
  "CUSTOM_TIMES_NOT_ALLOWED",
  "OVER_CAPACITY",
  "PRICE_MISSING",
  "PRICE_CHANGED",
  "TERMS_NOT_ACCEPTED",
  "HOLD_LIMIT",
  "REQUEST_LIMIT",
  "HOLD_EXPIRED",
  "WRONG_STATUS",
  "DATE_CHANGE_NOT_ALLOWED",
  "PAY_AT_HALL_NOT_OFFERED",
  "NOTHING_DUE",
  "PAYMENT_INVALID",
  "PAYMENT_GATEWAY_DOWN",
  "REFUND_TOO_LARGE",
  "ABOVE_DUE",
  "NOT_REVERSIBLE",
  "BOOK_CHANGED",
  "OTP_WRONG",
  "OTP_EXPIRED",
  "OTP_TOO_MANY",
  "OTP_RESEND_TOO_SOON",
  "OTP_SEND_LIMIT",
  "PHONE_INVALID",
  "IDEMPOTENCY_MISMATCH",
  "IDEMPOTENCY_IN_FLIGHT",
  "RANGE_TOO_LONG",
  "LAST_OWNER",
  "ALREADY_ON_TEAM",
  "CHANGED_MEANWHILE",
  "STILL_BOOKED",
  "STILL_NEEDED",
  "DISCOUNT_TOO_LARGE",
  "ADVANCE_MISSING",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one error a verb throws on purpose. `details` is safe to show: ids, limits, alternatives; never SQL or a name. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, details?: Record<string, unknown>) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
