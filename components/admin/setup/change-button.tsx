"use client";

import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import type { SetupWords } from "./sections";
import { type Answer, useChange } from "./use-change";

type Props = {
  words: SetupWords;
  locale: Locale;
  run: (preview: boolean) => Promise<Answer | undefined>;
  /** What it says, and to whom: several buttons of a list say the same. */
  label: string;
  about: string;
  confirm: string;
  done: string;
};

/** A change without a form: its effects are shown, then it is confirmed. */
export function ChangeButton({ words, locale, run, label, about, confirm, done }: Props) {
  const { ask, isBusy, view } = useChange<null>({
    ...{ words, locale, confirm, done, isDanger: true },
    run: (preview) => run(preview),
  });
  return (
    <div className="grid gap-2">
      <Button tone="quiet" aria-label={`${label}: ${about}`} aria-disabled={isBusy} onClick={() => ask(null)}>
        {label}
      </Button>
      {view}
    </div>
  );
}
