"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { requestCodeAction } from "@/lib/people/actions";
import type { PendingChallenge } from "@/lib/people/types";
import type { AccountStrings } from "./strings";

type Props = { strings: AccountStrings; onSent: (pending: PendingChallenge) => void };

export function PhoneForm({ strings, onSent }: Props) {
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const phone = String(new FormData(form).get("phone") ?? "");
    setBusy(true);
    setError("");
    try {
      const { data, serverError, validationErrors } = await requestCodeAction({ phone });
      if (data) return onSent(data);
      setError(serverError?.message ?? validationErrors?.fieldErrors.phone?.[0] ?? strings.unexpected);
      form.querySelector("input")?.focus();
    } catch {
      setError(strings.offline);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        required
        maxLength={30}
        label={strings.phone}
        hint={strings.phoneHint}
        error={error}
      />
      <Button type="submit" size="lg" wide aria-disabled={busy}>
        {busy ? strings.sending : strings.sendCode}
      </Button>
    </form>
  );
}
