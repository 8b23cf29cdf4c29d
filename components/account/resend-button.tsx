"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { digits, fill } from "@/lib/i18n/plain-text";
import { resendCodeAction } from "@/lib/people/actions";
import type { PendingChallenge } from "@/lib/people/types";
import type { AccountStrings } from "./strings";
import { useSecondsLeft } from "./use-seconds-left";

type Props = {
  strings: AccountStrings;
  locale: Locale;
  pending: PendingChallenge;
  onResent: (pending: PendingChallenge) => void;
  onRefused: (message: string) => void;
};

/** The browser has only the masked number, so the server sends to the phone of the code that this one replaces. */
export function ResendButton({ strings, locale, pending, onResent, onRefused }: Props) {
  const [busy, setBusy] = useState(false);
  const left = useSecondsLeft(pending.resendInSeconds);
  const waiting = left > 0;

  async function resend() {
    if (waiting || busy) return;
    setBusy(true);
    try {
      const { data, serverError } = await resendCodeAction({ challengeId: pending.id });
      if (data) onResent(data);
      else onRefused(serverError?.message ?? strings.unexpected);
    } catch {
      onRefused(strings.offline);
    }
    setBusy(false);
  }

  return (
    <Button tone="quiet" onClick={resend} aria-disabled={waiting || busy} className="tabular-nums">
      {waiting ? fill(strings.resendIn, { seconds: digits(left, locale) }) : busy ? strings.sending : strings.resend}
    </Button>
  );
}
