import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { LiveForm } from "./live-form";
import { TotalBar } from "./total-bar";
import { STEP_PATHS, type StepName, type Wish } from "./wish";
import { WishFields } from "./wish-fields";

type Props = {
  locale: Locale;
  step: StepName;
  /** Where "next" leads. */
  next: { step: StepName; label: string };
  wish: Wish;
  /** What of the wish is edited here, by its names in the address. */
  edits: readonly string[];
  quote: { totalPaise: number; advancePaise: number } | null;
  children: ReactNode;
};

/** A step that edits a part of the wish: its fields, the total that follows them, and the way on. */
export function WishStep({ locale, step, next, wish, edits, quote, children }: Props) {
  return (
    <>
      <LiveForm
        id="wish"
        action={localePath(locale, STEP_PATHS[next.step])}
        here={localePath(locale, STEP_PATHS[step])}
      >
        <WishFields wish={wish} except={edits} />
        {children}
      </LiveForm>
      <TotalBar quote={quote} locale={locale} isStopped={wish.functions.length > 0}>
        <Button type="submit" form="wish" size="lg">
          {next.label}
        </Button>
      </TotalBar>
    </>
  );
}
