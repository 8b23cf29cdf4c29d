"use client";

import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { submitOnce } from "@/components/ui/submit-once";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/core/locale";
import { digits, fill } from "@/lib/i18n/plain-text";
import { createApiKeyAction } from "@/lib/people/actions";
import { PRESETS, SCOPE_GROUPS, scopeWord } from "./key-scopes";
import type { SetupWords } from "./sections";

const LASTS = [30, 90, 365] as const;

/** `days` is empty for a key that lasts until it is revoked. */
type Typed = { name: string; scopes: string[]; days: string };

/** A new key with its secret, which is nowhere else. */
export type MadeKey = { name: string; key: string };

type Props = { words: SetupWords; locale: Locale; onMade: (made: MadeKey) => void };

export function KeyForm({ words, locale, onMade }: Props) {
  const w = words.keys;
  const { register, handleSubmit, setValue, setError, clearErrors, setFocus, formState } = useForm<Typed>({
    defaultValues: { name: "", scopes: [], days: "90" },
  });
  const { errors, isSubmitting } = formState;

  async function make({ name, scopes, days }: Typed) {
    try {
      const asked = { name, scopes, days: days === "" ? null : Number(days) };
      const { data, serverError, validationErrors } = await createApiKeyAction(asked);
      if (data) return onMade({ name: name.trim(), key: data.key });
      const wrong = validationErrors?.fieldErrors;
      if (wrong?.scopes) setError("scopes", { message: w.chooseOne });
      for (const field of ["days", "name"] as const) {
        const message = wrong?.[field]?.[0];
        if (message) setError(field, { message }, { shouldFocus: true });
      }
      if (wrong?.scopes && !wrong.name) setFocus("scopes");
      if (serverError) setError("root", { message: serverError.message });
    } catch {
      setError("root", { message: words.offline });
    }
  }

  const begin = (scopes: readonly string[]) => {
    setValue("scopes", [...scopes]);
    clearErrors("scopes");
  };

  return (
    <form
      method="post"
      onSubmit={submitOnce(isSubmitting, handleSubmit(make))}
      noValidate
      className="grid max-w-3xl gap-6 rounded-card border border-rule bg-paper p-4 md:p-5"
    >
      <TextField
        {...register("name")}
        autoComplete="off"
        required
        maxLength={80}
        label={w.name}
        hint={w.nameHint}
        error={errors.name?.message}
      />
      <fieldset className="grid gap-4" aria-describedby={errors.scopes ? "key-scopes-error" : "key-scopes-hint"}>
        <legend className="font-semibold">{w.may}</legend>
        <p id="key-scopes-hint" className="text-[0.9375rem] text-ink-2">
          {w.mayHint}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-ink-2">{w.presets}</span>
          {PRESETS.map(({ key, scopes }) => (
            <Button key={key} tone="secondary" onClick={() => begin(scopes)}>
              {w.preset[key]}
            </Button>
          ))}
        </div>
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {SCOPE_GROUPS.map(({ key, scopes }) => (
            <fieldset key={key} className="content-start">
              <legend className="text-[0.9375rem] text-ink-2">{w.groups[key]}</legend>
              {scopes.map((scope) => (
                <Checkbox key={scope} {...register("scopes")} value={scope} label={scopeWord(w, scope)} />
              ))}
            </fieldset>
          ))}
        </div>
        {errors.scopes?.message ? (
          <p id="key-scopes-error" role="alert" className="text-[0.9375rem] font-semibold text-alert">
            {errors.scopes.message}
          </p>
        ) : null}
      </fieldset>
      <Select {...register("days")} label={w.lasts} error={errors.days?.message} className="max-w-64">
        {LASTS.map((n) => (
          <option key={n} value={n}>
            {fill(w.days, { n: digits(n, locale) })}
          </option>
        ))}
        <option value="">{w.untilRevoked}</option>
      </Select>
      {errors.root?.message ? <Notice live tone="problem" title={errors.root.message} /> : null}
      <div>
        <Button type="submit" aria-disabled={isSubmitting}>
          {isSubmitting ? w.creating : w.create}
        </Button>
      </div>
    </form>
  );
}
