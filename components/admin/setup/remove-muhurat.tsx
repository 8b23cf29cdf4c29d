"use client";

import type { Locale } from "@/lib/core/locale";
import { removeMuhuratDateAction } from "@/lib/venues/actions";
import { ChangeButton } from "./change-button";
import type { SetupWords } from "./sections";

type Props = { words: SetupWords; locale: Locale; venueId: string; date: string; about: string };

export function RemoveMuhurat({ words, locale, venueId, date, about }: Props) {
  const run = (preview: boolean) => removeMuhuratDateAction({ preview, change: { venueId, date } });
  const done = words.muhurat.removed;
  return <ChangeButton {...{ words, locale, run, about, done }} label={words.remove} confirm={words.remove} />;
}
