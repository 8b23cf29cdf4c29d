"use client";

import { useFieldArray, useFormContext } from "react-hook-form";
import type * as z from "zod";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { digits, fill } from "@/lib/i18n/plain-text";
import { changePoliciesAction } from "@/lib/venues/actions";
import type { changePoliciesInput } from "@/lib/venues/input";
import { Choice, Complaint, Line, LocalLines, useError } from "./fields";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Values = z.input<typeof changePoliciesInput>;

export function PoliciesForm({ words, locale, values }: { words: SetupWords; locale: Locale; values: Values }) {
  const w = words.policies;
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      run={(preview, change) => changePoliciesAction({ preview, change })}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Choice name="advance.kind" label={w.advance}>
          <option value="percent">{w.advancePercent}</option>
          <option value="amount">{w.advanceAmount}</option>
        </Choice>
        <Line name="advance.value" inputMode="decimal" label={w.advanceValue} />
        <Line name="balanceDueDays" inputMode="numeric" label={w.balanceDueDays} />
        <Line name="deposit" inputMode="decimal" label={w.deposit} hint={w.depositHint} />
      </div>
      <Tiers words={words} locale={locale} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Line name="freeDateChanges" inputMode="numeric" label={w.freeDateChanges} />
        <Line name="dateChangeDaysBefore" inputMode="numeric" label={w.dateChangeDaysBefore} />
      </div>
      <LocalLines name="termsText" label={w.termsText} hint={w.termsHint} words={words} isLong rows={8} />
    </SetupForm>
  );
}

function Tiers({ words, locale }: { words: SetupWords; locale: Locale }) {
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: "tiers" });
  const error = useError("tiers");
  const w = words.policies;
  return (
    <section aria-label={w.tiers} className="grid gap-3">
      <h2 className="text-xl">{w.tiers}</h2>
      <p className="text-ink-2">{w.tiersHint}</p>
      <ol className="grid gap-3">
        {fields.map(({ id }, index) => {
          const line = fill(words.lineOf, { n: digits(index + 1, locale), list: w.tiers });
          return (
            <li key={id} className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
              <Line name={`tiers.${index}.daysBefore`} inputMode="numeric" label={w.daysBefore} />
              <Line name={`tiers.${index}.refundPercent`} inputMode="decimal" label={w.refundPercent} />
              <Button tone="quiet" aria-label={`${words.remove}: ${line}`} onClick={() => remove(index)}>
                {words.remove}
              </Button>
            </li>
          );
        })}
      </ol>
      {error ? <Complaint>{error}</Complaint> : null}
      <div>
        <Button tone="secondary" onClick={() => append({ daysBefore: "", refundPercent: "" })}>
          {w.addTier}
        </Button>
      </div>
    </section>
  );
}
