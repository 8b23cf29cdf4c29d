"use client";

import type * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { saveSpaceAction } from "@/lib/venues/actions";
import type { SaveSpaceInput, saveSpaceInput } from "@/lib/venues/input";
import { CheckGroup, Choice, Line, LocalLines } from "./fields";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Values = z.input<typeof saveSpaceInput>;
const DRAWINGS = ["hall", "lawn", "dining", "whole", "mandap"] as const satisfies SaveSpaceInput["illustration"][];
type Part = { id: string; name: string };
type Props = { words: SetupWords; locale: Locale; values: Values; parts: readonly Part[] };

export function SpaceForm({ words, locale, values, parts }: Props) {
  const w = words.spaces;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      isShort
      isAdding={values.spaceId === undefined}
      run={(preview, change) => saveSpaceAction({ preview, change })}
    >
      <LocalLines name="name" label={w.name} words={words} />
      <LocalLines name="about" label={w.about} words={words} isLong rows={2} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Line name="capacity" inputMode="numeric" label={w.capacity} />
        <Choice name="illustration" label={w.illustration}>
          {DRAWINGS.map((name) => (
            <option key={name} value={name}>
              {w.illustrations[name]}
            </option>
          ))}
        </Choice>
      </div>
      {parts.length > 1 ? (
        <CheckGroup
          name="partIds"
          label={w.madeOf}
          hint={w.madeOfHint}
          options={parts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </SetupForm>
  );
}
