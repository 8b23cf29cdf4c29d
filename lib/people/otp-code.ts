import "server-only";
import { createHash, createHmac, randomInt } from "node:crypto";
import { env } from "@/lib/env";
import { OTP_LIMITS } from "./otp-limits";

/** Digits from the system's randomness, leading zeros kept. */
export function newCode(): string {
  return String(randomInt(10 ** OTP_LIMITS.codeDigits)).padStart(OTP_LIMITS.codeDigits, "0");
}

/** What is stored of a code: worthless without the pepper, and on any other challenge or phone. */
export function codeHmac(challengeId: string, phone: string, code: string): string {
  return createHmac("sha256", env().OTP_PEPPER).update(`${challengeId}|${phone}|${code}`).digest("hex");
}

/** Of the secret in the cookie of the browser that asked; only this is stored. */
export function browserHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
