"use client";

import type * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { saveAddOnAction } from "@/lib/venues/actions";
import type { saveAddOnInput } from "@/lib/venues/input";
import { Choice, Line, LocalLines } from "./fields";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Values = z.input<typeof saveAddOnInput>;

export function ExtraForm({ words, locale, values }: { words: SetupWords; locale: Locale; values: Values }) {
  const w = words.extras;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      isShort
      isAdding={values.addOnId === undefined}
      run={(preview, change) => saveAddOnAction({ preview, change })}
    >
      <LocalLines name="name" label={w.name} words={words} />
      <LocalLines name="about" label={w.about} words={words} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Line name="price" inputMode="decimal" label={w.price} hint={w.priceHint} />
        <Choice name="unit" label={w.unit}>
          {(["booking", "guest", "hour"] as const).map((unit) => (
            <option key={unit} value={unit}>
              {w.units[unit]}
            </option>
          ))}
        </Choice>
        <Line name="gstRate" inputMode="decimal" label={words.prices.gst} />
        <Line name="sac" inputMode="numeric" label={words.prices.sac} />
        <Line name="maxQuantity" inputMode="numeric" label={w.most} optional={words.optional} />
      </div>
    </SetupForm>
  );
}
