import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { asPlatform, inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { otpChallenges } from "@/db/schema/people";
import { maskPhone, parsePhone } from "@/lib/core/phone";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { sendSms } from "@/lib/vendors/sms";
import { VendorError } from "@/lib/vendors/vendor-error";
import type { RequestCodeInput } from "./input";
import { browserHash, codeHmac, newCode } from "./otp-code";
import { OTP_LIMITS, refuseSend, resendWait } from "./otp-limits";
import { otpText } from "./otp-text";
import { loadSendUsage, lockSends, prefixOf } from "./send-usage";
import type { PendingChallenge, Visitor } from "./types";

/**
 * Sends a login code to a phone. It never asks whether the phone is known, so nobody can learn that from it.
 * @throws AppError PHONE_INVALID, OTP_RESEND_TOO_SOON, OTP_SEND_LIMIT, OTP_TOO_MANY; BUSY where the SMS was refused
 */
export async function requestCode(visitor: Visitor, input: RequestCodeInput): Promise<PendingChallenge> {
  const phone = parsePhone(input.phone);
  if (!phone) throw new AppError("PHONE_INVALID");
  const code = newCode();
  const challenge = await recordSend(visitor, phone, code);
  await send(visitor, challenge.id, phone, code);
  return {
    id: challenge.id,
    maskedPhone: maskPhone(phone),
    resendInSeconds: resendWait(challenge.sends),
    expiresInSeconds: OTP_LIMITS.codeSeconds,
  };
}

/** Limits hold over all tenants, so they are counted and the row is written as the platform. */
function recordSend(visitor: Visitor, phone: string, code: string): Promise<{ id: string; sends: number }> {
  const tenantId = visitor.tenant.id;
  const browser = browserHash(visitor.browser);
  return asPlatform(async (tx) => {
    await lockSends(tx, [phone, visitor.ip, prefixOf(phone)]);
    const usage = await loadSendUsage(tx, { tenantId, phone, ip: visitor.ip });
    const cap = env().OTP_DAILY_CAP;
    if (usage.everyoneDay + 1 >= cap)
      log.error({ requestId: visitor.requestId, cap }, "daily cap of login codes reached");
    const refusal = refuseSend(usage, cap);
    if (refusal) throw new AppError(refusal.code, { retryAfterSeconds: refusal.retryAfterSeconds });

    await tx
      .update(otpChallenges)
      .set({ expiresAt: sql`least(expires_at, clock_timestamp())` })
      .where(
        and(
          eq(otpChallenges.tenantId, tenantId),
          eq(otpChallenges.browserHash, browser),
          sql`consumed_at is null and expires_at > clock_timestamp()`,
        ),
      );
    const id = newId();
    const sends = (usage.last?.sends ?? 0) + 1;
    await tx.insert(otpChallenges).values({
      tenantId,
      id,
      phone,
      codeHmac: codeHmac(id, phone, code),
      browserHash: browser,
      ip: visitor.ip,
      carriedFailures: usage.liveFailures,
      sends,
      createdAt: sql`clock_timestamp()`,
      expiresAt: sql`clock_timestamp() + make_interval(secs => ${OTP_LIMITS.codeSeconds})`,
    });
    return { id, sends };
  });
}

/** After commit, and never as a job: a job's payload would store the code. */
async function send(visitor: Visitor, id: string, phone: string, code: string): Promise<void> {
  const { tenant, requestId } = visitor;
  const mine = and(eq(otpChallenges.tenantId, tenant.id), eq(otpChallenges.id, id));
  try {
    const sms = await sendSms(phone, await otpText(tenant, visitor.locale, visitor.host, code));
    log.info({ requestId, tenant: tenant.slug, sms: sms.id }, "login code sent");
    await inTenant(tenant.id, (tx) => tx.update(otpChallenges).set({ delivered: true }).where(mine));
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    log.error({ requestId, tenant: tenant.slug, outcome: error.outcome, reason: error.message }, "login code not sent");
    // It may still arrive: the person waits, types it, or asks again.
    if (error.outcome === "unknown") return;
    await inTenant(tenant.id, (tx) => tx.update(otpChallenges).set({ expiresAt: sql`clock_timestamp()` }).where(mine));
    throw new AppError("BUSY", { retryAfterSeconds: 60 });
  }
}
