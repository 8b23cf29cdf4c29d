"use client";

import { useFieldArray, useFormContext } from "react-hook-form";
import type * as z from "zod";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Locale } from "@/lib/core/locale";
import { changePriceRulesAction } from "@/lib/venues/actions";
import type { changePriceRulesInput } from "@/lib/venues/input";
import { PricePreview } from "./price-preview";
import { RuleFields } from "./rule-fields";
import type { RuleChoices } from "./rule-summary";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Values = z.input<typeof changePriceRulesInput>;
type Props = { words: SetupWords; locale: Locale; values: Values; choices: RuleChoices; today: string };

/** Rules in their order, with a calendar of what they come to as they are being written. */
export function RulesForm({ words, locale, values, choices, today }: Props) {
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      isWide
      run={(preview, change) => changePriceRulesAction({ preview, change })}
    >
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_25rem]">
        <Rules words={words} locale={locale} choices={choices} />
        <PricePreview words={words} locale={locale} venueId={values.venueId} choices={choices} today={today} />
      </div>
    </SetupForm>
  );
}

const newRule = () => ({
  ...{ id: crypto.randomUUID(), label: { en: "", hi: "", mr: "" }, spaceId: null, slotId: null, weekdays: [] },
  ...{ from: null, to: null, muhurat: null, adjust: { kind: "percent", value: "" }, stop: false },
});

function Rules({ words, locale, choices }: Pick<Props, "words" | "locale" | "choices">) {
  const { control } = useFormContext();
  const { fields, append, remove, move } = useFieldArray({ control, name: "rules", keyName: "key" });
  const w = words.prices;
  return (
    <section aria-label={w.rules} className="grid gap-4">
      {fields.length === 0 ? <EmptyState title={w.noRules}>{w.noRulesHint}</EmptyState> : null}
      <ol className="grid gap-4">
        {fields.map(({ key }, index) => (
          <li key={key}>
            <RuleFields
              index={index}
              words={words}
              locale={locale}
              choices={choices}
              onUp={index > 0 ? () => move(index, index - 1) : undefined}
              onDown={index < fields.length - 1 ? () => move(index, index + 1) : undefined}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button tone="secondary" onClick={() => append(newRule())}>
          {w.addRule}
        </Button>
      </div>
    </section>
  );
}
