"use client";

import type * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { changePricesAction } from "@/lib/venues/actions";
import type { changePricesInput } from "@/lib/venues/input";
import { Line } from "./fields";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Values = z.input<typeof changePricesInput>;
type Props = {
  words: SetupWords;
  locale: Locale;
  values: Values;
  /** In the order of the values. */
  spaces: readonly string[];
  /** In the order of each space's prices; the last is an hour. */
  sessions: readonly string[];
};

/** What each space costs, session by session, with GST. An empty field: not sold. */
export function PricesForm({ words, locale, values, spaces, sessions }: Props) {
  const w = words.prices;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      run={(preview, change) => changePricesAction({ preview, change })}
    >
      {spaces.map((space, at) => (
        <fieldset key={values.spaces[at]?.spaceId} className="grid gap-3 rounded-card border border-rule bg-paper p-4">
          <legend className="px-1 font-serif text-lg">{space}</legend>
          <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3">
            {sessions.map((session, index) => (
              <Line
                key={session}
                name={`spaces.${at}.prices.${index}.amount`}
                inputMode="decimal"
                label={`${session}, ₹`}
              />
            ))}
            <Line name={`spaces.${at}.gstRate`} inputMode="decimal" label={w.gst} />
            <Line name={`spaces.${at}.sac`} inputMode="numeric" label={w.sac} />
          </div>
        </fieldset>
      ))}
    </SetupForm>
  );
}
