"use client";

import { endYearlyAction, openDaysAction } from "@/lib/bookings/actions";
import type { Locale } from "@/lib/core/locale";
import { ChangeButton } from "./change-button";
import type { SetupWords } from "./sections";

type Props = { words: SetupWords; locale: Locale; id: string; about: string };

export function OpenDays({ words, locale, id, about }: Props) {
  const w = words.closed;
  const run = (preview: boolean) => openDaysAction({ preview, change: { blackoutId: id } });
  return <ChangeButton {...{ words, locale, run, about }} label={w.open} confirm={w.open} done={w.opened} />;
}

export function EndYearly({ words, locale, id, about }: Props) {
  const w = words.closed;
  const run = (preview: boolean) => endYearlyAction({ preview, change: { yearlyId: id } });
  return <ChangeButton {...{ words, locale, run, about }} label={w.end} confirm={w.end} done={w.ended} />;
}
