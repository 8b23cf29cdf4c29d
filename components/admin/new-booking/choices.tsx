"use client";

import type { ReactNode } from "react";

type Choice<T extends string> = { value: T; label: ReactNode };
type Props<T extends string> = {
  name: string;
  legend: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
};

/** One of a few, side by side: the arrows choose, Tab goes on. */
export function Choices<T extends string>({ name, legend, choices, value, onChange }: Props<T>) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-card border border-edge bg-card px-3 has-checked:border-brand has-checked:bg-brand-soft has-focus-visible:outline-3 has-focus-visible:outline-brand"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className="size-4 accent-brand outline-none"
            />
            <span className="first-letter:uppercase inline-block">{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
