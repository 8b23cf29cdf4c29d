"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { type DefaultValues, type FieldValues, FormProvider, type Path, useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import type { SetupWords } from "./sections";
import { type Answer, type FieldErrors, useChange } from "./use-change";
import { useUnsaved } from "./use-unsaved";

/** `seen` is what the values were when they were shown: of two who save, the second is told. */
type Seen = FieldValues & { seen?: string | undefined };

type Props<V extends Seen> = {
  words: SetupWords;
  locale: Locale;
  values: V;
  run: (preview: boolean, values: V) => Promise<Answer | undefined>;
  children: ReactNode;
  /** For a form that adds: it is empty again afterwards. */
  isAdding?: boolean;
  done?: string;
  /** Within a list: its button does not stay in sight. */
  isShort?: boolean;
  /** With something beside it. */
  isWide?: boolean;
};

const BEFORE_PATH = /^change\./;

/** A form of the set-up: react-hook-form holds it, the action's schema judges it, and what it does is shown before it is saved. */
export function SetupForm<V extends Seen>(props: Props<V>) {
  const { words, locale, values, run, children, isAdding, done, isShort, isWide } = props;
  // react-hook-form's type for defaults is a deep partial that TypeScript cannot see through for a V it does not know.
  const form = useForm<V>({ defaultValues: values as DefaultValues<V>, shouldFocusError: true });
  const { isDirty } = form.formState;
  useUnsaved(isDirty, words.unsaved);

  // Between one's own save and what the server makes of it there is nothing to compare with. When somebody else's change
  // arrives under what is being typed, the typing stays, and saving tells.
  const seen = useRef(values.seen);
  useEffect(() => {
    if (values.seen === seen.current || (isDirty && seen.current !== undefined)) return;
    if (!isDirty) form.reset(values);
    seen.current = values.seen;
  }, [values, isDirty, form]);

  const onInvalid = (errors: FieldErrors) => {
    for (const [index, [path, complaints]] of Object.entries(errors).entries()) {
      const message = complaints?.[0];
      // The paths are those of the schema, which are those of the form.
      const field = path.replace(BEFORE_PATH, "") as Path<V>;
      if (message) form.setError(field, { message }, { shouldFocus: index === 0 });
    }
  };
  const change = useChange<V>({
    ...{ words, locale, onInvalid },
    run: (preview, typed) => run(preview, { ...typed, seen: seen.current }),
    ...(done ? { done } : {}),
    onSaved: (saved) => {
      seen.current = undefined;
      form.reset(isAdding ? values : saved);
    },
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
        <div
          className={`flex flex-wrap items-center gap-3 ${isShort ? "" : "sticky bottom-14 z-10 border-rule border-t bg-card py-3 md:bottom-0"}`}
        >
          <Button type="submit" aria-disabled={change.isBusy}>
            {change.isBusy ? words.looking : words.review}
          </Button>
          {isDirty ? <span className="text-ink-2">{words.notSaved}</span> : null}
        </div>
      </form>
    </FormProvider>
  );
}
