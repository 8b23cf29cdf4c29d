"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/core/locale";
import { digits, fill } from "@/lib/i18n/plain-text";
import type { PendingChallenge } from "@/lib/people/types";
import { ResendButton } from "./resend-button";
import { signIn } from "./sign-in";
import type { AccountStrings } from "./strings";
import { useSmsCode } from "./use-sms-code";

type Props = {
  strings: AccountStrings;
  locale: Locale;
  pending: PendingChallenge;
  /** This code replaced an earlier one, which no longer works. */
  isResent: boolean;
  onResent: (pending: PendingChallenge) => void;
  onSignedIn: () => void;
  onChangePhone: () => void;
};

const CODE_DIGITS = 6;

export function CodeForm({ strings, locale, pending, isResent, onResent, onSignedIn, onChangePhone }: Props) {
  const [code, setCode] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const field = useRef<HTMLInputElement>(null);

  async function verify(given: string) {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError("");
    try {
      const failure = await signIn(pending.id, given);
      if (!failure) return onSignedIn();
      const left =
        failure.triesLeft === null ? "" : fill(strings.triesLeft, { count: digits(failure.triesLeft, locale) });
      setError([failure.message || strings.unexpected, left].filter(Boolean).join(" "));
      setCode("");
      field.current?.focus();
    } catch {
      setError(strings.offline);
    }
    running.current = false;
    setBusy(false);
  }

  /** The sixth digit is the button: typed, pasted, offered by the keyboard or read by the browser. */
  function take(text: string) {
    const only = text.replace(/[^0-9०-९]/g, "").slice(0, CODE_DIGITS);
    setCode(only);
    if (only.length === CODE_DIGITS && only !== code) void verify(only);
  }
  useSmsCode(pending.id, take);

  /** What is typed stays: the SMS may have come before the answer that tells of it. */
  function goOnWith(resent: PendingChallenge) {
    onResent(resent);
    setError("");
    field.current?.focus();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void verify(code);
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      <p role="status" className="text-ink-2">
        {isResent ? strings.resent : fill(strings.codeSent, { phone: digits(pending.maskedPhone, locale) })}
      </p>
      <TextField
        ref={field}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={12}
        value={code}
        onChange={(event) => take(event.currentTarget.value)}
        label={strings.code}
        hint={strings.codeHint}
        error={error}
      />
      <Button type="submit" size="lg" wide aria-disabled={busy}>
        {busy ? strings.verifying : strings.verify}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <ResendButton
          key={pending.id}
          strings={strings}
          locale={locale}
          pending={pending}
          onResent={goOnWith}
          onRefused={setError}
        />
        <Button tone="quiet" onClick={onChangePhone}>
          {strings.changePhone}
        </Button>
      </div>
    </form>
  );
}
