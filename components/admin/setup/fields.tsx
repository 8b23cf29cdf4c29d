"use client";

import type { ReactNode } from "react";
import { type RegisterOptions, useFormContext } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextArea, TextField } from "@/components/ui/text-field";
import { LOCALES } from "@/lib/core/locale";
import type { SetupWords } from "./sections";

type Base = { name: string; label: string; hint?: string | undefined };

export function useError(name: string): string | undefined {
  const { getFieldState, formState } = useFormContext();
  return getFieldState(name, formState).error?.message;
}

type LineProps = Base & {
  type?: "text" | "tel" | "email" | "date" | "time" | "color";
  inputMode?: "numeric" | "decimal" | "tel" | "email";
  optional?: string | undefined;
  options?: RegisterOptions;
};

export function Line({ name, label, hint, type = "text", inputMode, optional, options }: LineProps) {
  const { register } = useFormContext();
  return (
    <TextField
      {...register(name, options)}
      {...(inputMode ? { inputMode } : {})}
      type={type}
      autoComplete="off"
      label={label}
      hint={hint}
      optional={optional}
      error={useError(name)}
    />
  );
}

export function Choice({
  name,
  label,
  hint,
  options,
  children,
}: Base & { options?: RegisterOptions; children: ReactNode }) {
  const { register } = useFormContext();
  return (
    <Select {...register(name, options)} label={label} hint={hint} error={useError(name)}>
      {children}
    </Select>
  );
}

export function Tick({ name, label }: { name: string; label: ReactNode }) {
  const { register } = useFormContext();
  return <Checkbox {...register(name)} label={label} error={useError(name)} />;
}

type LocalProps = Base & { words: SetupWords; isLong?: boolean; rows?: number };

/** One text in the three languages. English stands in where another is empty. */
export function LocalLines({ name, label, hint, words, isLong = false, rows = 3 }: LocalProps) {
  const { register } = useFormContext();
  const { getFieldState, formState } = useFormContext();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint ? <p className="text-[0.9375rem] text-ink-2">{hint}</p> : null}
      <div className={isLong ? "grid gap-3" : "grid gap-3 sm:grid-cols-3"}>
        {LOCALES.toReversed().map((locale) => {
          const field = `${name}.${locale}`;
          const shared = {
            ...register(field),
            lang: locale,
            label: <span lang={locale}>{words.languages[locale]}</span>,
            "aria-label": `${label}, ${words.languages[locale]}`,
            error: getFieldState(field, formState).error?.message,
          };
          return isLong ? <TextArea key={locale} rows={rows} {...shared} /> : <TextField key={locale} {...shared} />;
        })}
      </div>
    </fieldset>
  );
}

type GroupProps = Base & { options: readonly { value: string | number; label: ReactNode }[] };

/** Several of a few; what is chosen stands in the order of the options. */
export function CheckGroup({ name, label, hint, options }: GroupProps) {
  const { watch, setValue } = useFormContext();
  const error = useError(name);
  const value: unknown = watch(name);
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  const toggle = (changed: string | number, isOn: boolean) => {
    const next = options.map((one) => one.value).filter((one) => (one === changed ? isOn : chosen.includes(one)));
    setValue(name, next, { shouldDirty: true });
  };
  return (
    <fieldset className="grid content-start gap-1">
      <legend className="font-semibold">{label}</legend>
      {hint ? <p className="text-[0.9375rem] text-ink-2">{hint}</p> : null}
      <div className="flex flex-wrap gap-x-5">
        {options.map(({ value: one, label: text }) => (
          <Checkbox
            key={one}
            label={text}
            checked={chosen.includes(one)}
            onChange={({ target }) => toggle(one, target.checked)}
          />
        ))}
      </div>
      {error ? <Complaint>{error}</Complaint> : null}
    </fieldset>
  );
}

/** What is wrong with several fields together. */
export function Complaint({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="font-semibold text-[0.9375rem] text-alert">
      {children}
    </p>
  );
}

/** ISO weekdays by their names, Monday first. */
export function Weekdays({ names, ...base }: Base & { names: readonly string[] }) {
  return <CheckGroup {...base} options={names.map((day, index) => ({ value: index + 1, label: day }))} />;
}
