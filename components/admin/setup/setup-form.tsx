"use client";

import type { ReactNode } from "react";
import { type DefaultValues, type FieldValues, FormProvider, type Path, useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import type { SetupWords } from "./sections";
import { type Answer, type FieldErrors, useChange } from "./use-change";
import { useUnsaved } from "./use-unsaved";

type Props<V extends FieldValues> = {
  words: SetupWords;
  locale: Locale;
  values: V;
  run: (preview: boolean, values: V) => Promise<Answer | undefined>;
  children: ReactNode;
  /** For a form that adds: it is empty again afterwards. */
  isAdding?: boolean;
  done?: string;
  /** With something beside it. */
  isWide?: boolean;
};

const BEFORE_PATH = /^change\./;

/** A form of the set-up: react-hook-form holds it, the action's schema judges it, and what it does is shown before it is saved. */
export function SetupForm<V extends FieldValues>(props: Props<V>) {
  const { words, locale, values, run, children, isAdding, done, isWide } = props;
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
  const change = useChange<V>({
    ...{ words, locale, run, onInvalid },
    ...(done ? { done } : {}),
    onSaved: (saved) => form.reset(isAdding ? values : saved),
  });

  return (
    <FormProvider {...form}>
      <form
        method="post"
        onSubmit={form.handleSubmit(change.ask)}
        noValidate
        className={`grid gap-6 ${isWide ? "" : "max-w-3xl"}`}
      >
        {children}
        {change.view}
        <div className="sticky bottom-16 z-10 flex flex-wrap items-center gap-3 border-rule border-t bg-card py-3 md:bottom-0">
          <Button type="submit" aria-disabled={change.isBusy}>
            {change.isBusy ? words.looking : words.review}
          </Button>
          {isDirty ? <span className="text-ink-2">{words.notSaved}</span> : null}
        </div>
      </form>
    </FormProvider>
  );
}
