"use client";

import type * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { changeBookingRulesAction } from "@/lib/venues/actions";
import type { changeBookingRulesInput } from "@/lib/venues/input";
import { Choice, Line, Tick } from "./fields";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Values = z.input<typeof changeBookingRulesInput>;
const MINUTES = [
  ["setupMinutes", "cleanupMinutes"],
  ["leadMinutes", "horizonMonths"],
  ["minMinutes", "maxMinutes"],
  ["holdMinutes", "answerMinutes"],
] as const;

export function BookingRulesForm({ words, locale, values }: { words: SetupWords; locale: Locale; values: Values }) {
  const w = words.booking;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      run={(preview, change) => changeBookingRulesAction({ preview, change })}
    >
      {MINUTES.map((pair) => (
        <div key={pair[0]} className="grid items-start gap-4 sm:grid-cols-2">
          {pair.map((name) => (
            <Line key={name} name={name} inputMode="numeric" label={w[name]} hint={w.hints[name]} />
          ))}
        </div>
      ))}
      <Choice name="confirmation" label={w.confirmation}>
        {(["advance_paid", "approval", "advance_paid_and_approval"] as const).map((trigger) => (
          <option key={trigger} value={trigger}>
            {w.triggers[trigger]}
          </option>
        ))}
      </Choice>
      <Tick name="payAtHall" label={w.payAtHall} />
      <Choice name="customTimes" label={w.customTimes}>
        {(["none", "staff", "everyone"] as const).map((who) => (
          <option key={who} value={who}>
            {w.who[who]}
          </option>
        ))}
      </Choice>
    </SetupForm>
  );
}
