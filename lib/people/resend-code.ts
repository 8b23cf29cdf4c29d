import "server-only";
import { inTenant } from "@/db/client";
import { AppError } from "@/lib/errors";
import type { ResendCodeInput } from "./input";
import { requestCode } from "./request-code";
import { findStandingChallenge } from "./standing-challenge";
import type { PendingChallenge, Visitor } from "./types";

/**
 * A new code in place of one that this browser asked for; the browser itself knows only the masked number.
 * @throws AppError OTP_EXPIRED where there is no such code, and all that `requestCode` throws
 */
export async function resendCode(visitor: Visitor, input: ResendCodeInput): Promise<PendingChallenge> {
  const known = await inTenant(visitor.tenant.id, (tx) => findStandingChallenge(tx, visitor, input.challengeId));
  if (!known) throw new AppError("OTP_EXPIRED");
  return requestCode(visitor, { phone: known.phone });
}
