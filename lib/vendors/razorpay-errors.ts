import * as z from "zod";
import { VendorError } from "./vendor-error";

const thrown = z.object({
  statusCode: z.number(),
  error: z.object({ description: z.string().optional(), reason: z.string().nullish() }).optional(),
});

/** Wrong keys, too many calls, somebody else's lock: these say nothing about the request itself. */
const NO_VERDICT = new Set([401, 403, 408, 409, 429]);

/** "Your account does not have enough balance to carry out the refund operation": no today, yes once money has come in. */
const NOT_YET = /enough balance/i;

/**
 * What the SDK throws, judged. A timeout or a refused connection reaches us as `TypeError … reading 'status'`, an HTML 502
 * as `{ statusCode: 502 }` without `error`: in both nobody knows whether the work was done.
 */
export function toVendorError(cause: unknown): VendorError {
  if (cause instanceof VendorError) return cause;
  const known = thrown.safeParse(cause);
  if (!known.success) return unknownOutcome("no answer", cause);
  const { statusCode, error } = known.data;
  if (!error || statusCode >= 500 || statusCode < 400 || NO_VERDICT.has(statusCode)) {
    return unknownOutcome(`status ${statusCode}`, cause);
  }
  const why = `status ${statusCode}: ${error.description ?? error.reason ?? ""}`;
  return new VendorError("razorpay", NOT_YET.test(why) ? "later" : "refused", why);
}

/** Nobody can tell whether it happened. */
export function unknownOutcome(message: string, cause: unknown): VendorError {
  return new VendorError("razorpay", "unknown", message, { cause });
}
