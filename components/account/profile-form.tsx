"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { updateProfileAction } from "@/lib/people/actions";
import type { AccountStrings } from "./strings";

type Props = { strings: AccountStrings; onSaved: () => void };

export function ProfileForm({ strings, onSaved }: Props) {
  const [errors, setErrors] = useState<{ name?: string | undefined; email?: string | undefined }>({});
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setErrors({});
    try {
      const { serverError, validationErrors } = await updateProfileAction({
        name: String(form.get("name") ?? ""),
        email: String(form.get("email") ?? "").trim(),
      });
      if (!serverError && !validationErrors) return onSaved();
      const fields = validationErrors?.fieldErrors;
      setErrors({ name: serverError?.message ?? fields?.name?.[0], email: fields?.email?.[0] });
    } catch {
      setErrors({ name: strings.offline });
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div>
        <h2 className="text-xl font-semibold">{strings.profileTitle}</h2>
        <p className="text-ink-2">{strings.profileIntro}</p>
      </div>
      <TextField name="name" autoComplete="name" required maxLength={80} label={strings.name} error={errors.name} />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={254}
        label={strings.email}
        hint={strings.emailHint}
        error={errors.email}
      />
      <Button type="submit" size="lg" wide aria-disabled={busy}>
        {busy ? strings.saving : strings.save}
      </Button>
    </form>
  );
}
