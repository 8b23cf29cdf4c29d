"use client";

import type { ReactNode } from "react";
import { type DefaultValues, type FieldValues, FormProvider, type Path, useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import type { SetupWords } from "./sections";
import { type Answer, type FieldErrors, type Told, useChange } from "./use-change";
import { useUnsaved } from "./use-unsaved";

type Props<V extends FieldValues, T extends Told> = {
  words: SetupWords;
  locale: Locale;
  values: V;
  run: (preview: boolean, values: V) => Promise<Answer<T> | undefined>;
  children: ReactNode;
  onSaved?: (told: T) => void;
  /** For a form that adds: it is empty again afterwards. */
  isAdding?: boolean;
  submit?: string;
  done?: string;
  after?: ReactNode;
};

const BEFORE_PATH = /^change\./;

/** A form of the set-up: react-hook-form holds it, the action's schema judges it, and what it does is shown before it is saved. */
export function SetupForm<V extends FieldValues, T extends Told = Told>(props: Props<V, T>) {
  const { words, locale, values, run, children, onSaved, isAdding, submit, done, after } = props;
  // react-hook-form's type for defaults is a deep partial that TypeScript cannot see through for a V it does not know.
  const form = useForm<V>({ defaultValues: values as DefaultValues<V>, shouldFocusError: true });
  const { isDirty } = form.formState;
  useUnsaved(isDirty, words.unsaved);

  const onInvalid = (errors: FieldErrors) => {
    for (const [index, [path, complaints]] of Object.entries(errors).entries()) {
      const message = complaints?.[0];
      // The paths are those of the schema, which are those of the form.
      const field = path.replace(BEFORE_PATH, "") as Path<V>;
      if (message) form.setError(field, { message }, { shouldFocus: index === 0 });
    }
  };
  const change = useChange<V, T>({
    ...{ words, locale, run, onInvalid },
    ...(done ? { done } : {}),
    onSaved: (saved, told) => {
      form.reset(isAdding ? values : saved);
      onSaved?.(told);
    },
  });

  return (
    <FormProvider {...form}>
      <form method="post" onSubmit={form.handleSubmit(change.ask)} noValidate className="grid max-w-3xl gap-6">
        {children}
        {change.view}
        <div className="sticky bottom-16 z-10 flex flex-wrap items-center gap-3 border-rule border-t bg-card py-3 md:bottom-0">
          <Button type="submit" aria-disabled={change.isBusy}>
            {change.isBusy ? words.looking : (submit ?? words.review)}
          </Button>
          {isDirty ? <span className="text-ink-2">{words.notSaved}</span> : null}
          {after}
        </div>
      </form>
    </FormProvider>
  );
}
