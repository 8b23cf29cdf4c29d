import type { ErrorCode } from "@/lib/errors";

/** Every number of the login by code (NIST 800-63B-4 §3.1.3, OWASP ASVS 5.0 V6.5 and V6.6). Nothing overrides them. */
export const OTP_LIMITS = {
  codeDigits: 6,
  codeSeconds: 300,
  /** Wrong tries on one code, those on the codes that it replaced included. */
  triesPerCode: 5,
  failuresPerPhoneHour: 10,
  /** Wait after the first, second, third, and every later send in a row. */
  resendSeconds: [30, 60, 120, 300],
  /** A send this long after the one before it begins a new row of waits. */
  chainSeconds: 1800,
  sendsPerPhoneTenMinutes: 3,
  sendsPerPhoneDay: 8,
  sendsPerIpHour: 20,
  sendsPerPrefixHour: 200,
  /** Digits after +91 that make a prefix: ten thousand neighbouring numbers. */
  prefixDigits: 6,
  keptDays: 2,
} as const;

export const SESSION_SECONDS = { customer: 30 * 86_400, staff: 8 * 3600 } as const;

/** What was sent so far, on all tenants together: one sender pays for all of them. Ages in seconds. */
export type SendUsage = {
  phoneTenMinutes: number;
  phoneDay: number;
  ipHour: number;
  prefixHour: number;
  everyoneDay: number;
  /** Age of the oldest send in the last ten minutes. */
  oldestOfTenMinutes: number | null;
  /** The code before this one that was never used, on this tenant. */
  last: { sends: number; age: number } | null;
  /** Wrong tries on the codes of this phone that still stand. */
  liveFailures: number;
  hourFailures: number;
};

export type Refusal = { code: ErrorCode; retryAfterSeconds: number };

/** Seconds until the next code may be asked for, after `sends` in a row. */
export function resendWait(sends: number): number {
  const { resendSeconds } = OTP_LIMITS;
  return resendSeconds[Math.min(sends, resendSeconds.length) - 1] ?? resendSeconds[0];
}

/** Why one more code may not be sent now, or null. */
export function refuseSend(usage: SendUsage, dailyCap: number): Refusal | null {
  const { last } = usage;
  if (usage.hourFailures >= OTP_LIMITS.failuresPerPhoneHour) return { code: "OTP_TOO_MANY", retryAfterSeconds: 3600 };
  if (usage.liveFailures >= OTP_LIMITS.triesPerCode) {
    return { code: "OTP_TOO_MANY", retryAfterSeconds: OTP_LIMITS.codeSeconds };
  }
  if (last && last.age < resendWait(last.sends)) {
    return { code: "OTP_RESEND_TOO_SOON", retryAfterSeconds: Math.ceil(resendWait(last.sends) - last.age) };
  }
  if (usage.phoneTenMinutes >= OTP_LIMITS.sendsPerPhoneTenMinutes) {
    return { code: "OTP_SEND_LIMIT", retryAfterSeconds: Math.ceil(600 - (usage.oldestOfTenMinutes ?? 0)) };
  }
  if (usage.phoneDay >= OTP_LIMITS.sendsPerPhoneDay) return { code: "OTP_SEND_LIMIT", retryAfterSeconds: 86_400 };
  if (usage.ipHour >= OTP_LIMITS.sendsPerIpHour) return { code: "OTP_SEND_LIMIT", retryAfterSeconds: 3600 };
  if (usage.prefixHour >= OTP_LIMITS.sendsPerPrefixHour) return { code: "OTP_SEND_LIMIT", retryAfterSeconds: 3600 };
  if (usage.everyoneDay >= dailyCap) return { code: "OTP_SEND_LIMIT", retryAfterSeconds: 3600 };
  return null;
}
