"use client";

import type * as z from "zod";
import type { Locale } from "@/lib/core/locale";
import { saveSlotAction } from "@/lib/venues/actions";
import type { saveSlotInput } from "@/lib/venues/input";
import { Line, LocalLines, Tick, Weekdays } from "./fields";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Values = z.input<typeof saveSlotInput>;
type Props = { words: SetupWords; locale: Locale; values: Values; weekdays: readonly string[] };

export function SlotForm({ words, locale, values, weekdays }: Props) {
  const w = words.sessions;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      isShort
      isAdding={values.slotId === undefined}
      run={(preview, change) => saveSlotAction({ preview, change })}
    >
      <LocalLines name="name" label={w.name} words={words} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Line name="startTime" type="time" label={w.start} />
        <Line name="endTime" type="time" label={w.end} hint={w.endHint} />
      </div>
      <Tick name="isLong" label={w.isLong} />
      <Weekdays name="weekdays" label={w.weekdays} names={weekdays} />
    </SetupForm>
  );
}
