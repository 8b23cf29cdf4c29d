"use client";

import type * as z from "zod";
import { LOCALES, type Locale } from "@/lib/core/locale";
import { changeHallAction } from "@/lib/tenants/actions";
import type { changeHallInput } from "@/lib/tenants/input";
import { ColourField } from "./colour-field";
import { CheckGroup, Choice, Line, LocalLines } from "./fields";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Values = z.input<typeof changeHallInput>;

export function HallForm({ words, locale, values }: { words: SetupWords; locale: Locale; values: Values }) {
  const w = words.hall;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      run={(preview, change) => changeHallAction({ preview, change })}
    >
      <LocalLines name="name" label={w.name} words={words} />
      <LocalLines name="tagline" label={w.tagline} words={words} />
      <ColourField words={words} locale={locale} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <CheckGroup
          name="locales"
          label={w.locales}
          hint={w.localesHint}
          options={LOCALES.map((one) => ({ value: one, label: <span lang={one}>{words.languages[one]}</span> }))}
        />
        <Choice name="locale" label={w.locale} hint={w.localeHint}>
          {LOCALES.map((one) => (
            <option key={one} value={one}>
              {words.languages[one]}
            </option>
          ))}
        </Choice>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Line name="phone" type="tel" label={w.phone} />
        <Line name="whatsapp" type="tel" label={words.venue.whatsapp} optional={words.optional} />
        <Line name="email" type="email" label={w.email} optional={words.optional} />
        <Line name="legalName" label={w.legalName} hint={w.legalHint} />
        <Line name="gstin" label={w.gstin} optional={words.optional} />
      </div>
      <LocalLines name="privacy" label={w.privacy} words={words} isLong rows={6} />
    </SetupForm>
  );
}
