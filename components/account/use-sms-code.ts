"use client";

import { useEffect } from "react";

type OtpRequest = CredentialRequestOptions & { otp: { transport: ["sms"] } };

/** WebOTP: the browser reads the code out of the SMS that ends in `@host #code`, where it can and the person agrees. */
export function useSmsCode(challengeId: string, onCode: (code: string) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one question for each challenge
  useEffect(() => {
    if (!("OTPCredential" in window)) return;
    const waiting = new AbortController();
    const request: OtpRequest = { otp: { transport: ["sms"] }, signal: waiting.signal };
    navigator.credentials
      .get(request)
      .then((credential) => {
        if (credential && "code" in credential && typeof credential.code === "string") onCode(credential.code);
      })
      .catch(() => {});
    return () => waiting.abort();
  }, [challengeId]);
}
