"use client";

import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { digits, fill } from "@/lib/i18n/plain-text";
import { LocalLines } from "./fields";
import type { SetupWords } from "./sections";

type Props = { name: string; label: string; words: SetupWords; locale: Locale };

/** Short texts in three languages, one under the other: amenities, rules of the house. */
export function LocalList({ name, label, words, locale }: Props) {
  const { control } = useFormContext();
  const { fields, append, remove, move } = useFieldArray({ control, name });
  return (
    <section aria-label={label} className="grid gap-3">
      <h2 className="text-xl">{label}</h2>
      <ol className="grid gap-4">
        {fields.map(({ id }, index) => {
          const line = fill(words.lineOf, { n: digits(index + 1, locale), list: label });
          return (
            <li key={id} className="grid gap-2 rounded-card border border-rule p-3">
              <LocalLines name={`${name}.${index}`} label={line} words={words} />
              <div className="flex flex-wrap gap-2">
                {index > 0 ? (
                  <Button tone="quiet" aria-label={`${words.up}: ${line}`} onClick={() => move(index, index - 1)}>
                    {words.up}
                  </Button>
                ) : null}
                <Button tone="quiet" aria-label={`${words.remove}: ${line}`} onClick={() => remove(index)}>
                  {words.remove}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      <div>
        <Button tone="secondary" onClick={() => append({ en: "", hi: "", mr: "" })}>
          {fill(words.addTo, { list: label })}
        </Button>
      </div>
    </section>
  );
}
