"use client";

import { useState } from "react";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/core/locale";
import { EffectsDialog } from "./effects-dialog";
import type { SetupWords } from "./sections";
import type { Told } from "./told";
import { Trouble } from "./trouble";

export type FieldErrors = Partial<Record<string, string[]>>;

export type Answer<T extends Told = Told> = {
  data?: T | undefined;
  serverError?: { message: string; details?: Record<string, unknown> } | undefined;
  validationErrors?: { formErrors: string[]; fieldErrors: FieldErrors } | undefined;
};

type Options<V, T extends Told> = {
  words: SetupWords;
  locale: Locale;
  /** Called twice: to see what it would do, then to do it. */
  run: (preview: boolean, values: V) => Promise<Answer<T> | undefined>;
  /** What of the input is wrong, by field. */
  onInvalid?: (errors: FieldErrors) => void;
  onSaved?: (values: V, told: T) => void;
  /** On the button that saves, and what is said afterwards. */
  confirm?: string;
  done?: string;
  isDanger?: boolean;
};

type Refusal = { message: string; details: Record<string, unknown> };
type Asked<V, T> = { values: V; told: T };

/** A change in two steps: first what it does is shown, then it is saved. Nothing typed is lost on the way. */
export function useChange<V, T extends Told = Told>(options: Options<V, T>) {
  const { words, locale, run, onInvalid, onSaved, confirm = words.save, done = words.saved, isDanger } = options;
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Asked<V, T> | null>(null);
  const [trouble, setTrouble] = useState<Refusal | null>(null);

  async function call(preview: boolean, values: V): Promise<T | null> {
    if (isBusy) return null;
    setBusy(true);
    setTrouble(null);
    try {
      const answer = await run(preview, values);
      if (answer?.data) return answer.data;
      if (answer?.validationErrors) {
        onInvalid?.(answer.validationErrors.fieldErrors);
        setTrouble({ message: answer.validationErrors.formErrors[0] ?? words.checkFields, details: {} });
      } else if (answer?.serverError) {
        setTrouble({ message: answer.serverError.message, details: answer.serverError.details ?? {} });
      } else setTrouble({ message: words.offline, details: {} });
    } catch {
      setTrouble({ message: words.offline, details: {} });
    } finally {
      setBusy(false);
    }
    return null;
  }

  async function ask(values: V): Promise<void> {
    const told = await call(true, values);
    if (told) setAsked({ values, told });
  }

  async function save(): Promise<void> {
    if (!asked) return;
    const told = await call(false, asked.values);
    setAsked(null);
    if (!told) return;
    toast(done);
    onSaved?.(asked.values, told);
  }

  const view = (
    <>
      {trouble ? <Trouble {...trouble} words={words} locale={locale} /> : null}
      <EffectsDialog
        words={words}
        locale={locale}
        told={asked?.told ?? null}
        confirm={isBusy ? words.saving : confirm}
        isDanger={isDanger ?? false}
        onConfirm={save}
        onClose={() => setAsked(null)}
      />
    </>
  );
  return { ask, isBusy, view };
}
