"use client";

import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { digits, fill } from "@/lib/i18n/plain-text";
import { Choice, Line, LocalLines, Tick, Weekdays } from "./fields";
import { type RuleChoices, ruleSummary } from "./rule-summary";
import type { SetupWords } from "./sections";

type Props = {
  index: number;
  words: SetupWords;
  locale: Locale;
  choices: RuleChoices;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
};

const orNull = { setValueAs: (value: unknown) => (value === "" || value === undefined ? null : value) };
const yesNo = {
  setValueAs: (value: unknown) =>
    value === "true" || value === true ? true : value === "false" || value === false ? false : null,
};

/** One rule: what it is called, when it holds, what it does. Its place is changed by buttons, so by keyboard too. */
export function RuleFields({ index, words, locale, choices, onUp, onDown, onRemove }: Props) {
  const w = words.prices;
  const at = `rules.${index}`;
  const { watch, formState } = useFormContext();
  const rule: unknown = watch(at);
  const label: unknown = watch(`${at}.label.${locale}`) || watch(`${at}.label.en`);
  const kind: unknown = watch(`${at}.adjust.kind`);
  const isNew = label === "" || label === undefined;
  const hasError = Array.isArray(formState.errors.rules) && formState.errors.rules[index] !== undefined;
  const [isAsked, setAsked] = useState(isNew);
  const isOpen = isAsked || hasError;
  const name = fill(w.ruleOf, { n: digits(index + 1, locale), label: typeof label === "string" ? label : "" });
  return (
    <fieldset className="grid gap-4 rounded-card border border-rule bg-paper p-4">
      <legend className="sr-only">{name}</legend>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div>
          <h3 className="text-lg">{name}</h3>
          <p className="text-[0.9375rem] text-ink-2">{ruleSummary(rule, words, choices, locale)}</p>
        </div>
        <div className="flex flex-wrap gap-1">
          {onUp ? (
            <Button tone="quiet" aria-label={`${words.up}: ${name}`} onClick={onUp}>
              ↑
            </Button>
          ) : null}
          {onDown ? (
            <Button tone="quiet" aria-label={`${words.down}: ${name}`} onClick={onDown}>
              ↓
            </Button>
          ) : null}
          <Button
            tone="secondary"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? words.close : words.edit}: ${name}`}
            onClick={() => setAsked(!isOpen)}
          >
            {isOpen ? words.close : words.edit}
          </Button>
          <Button tone="quiet" aria-label={`${words.remove}: ${name}`} onClick={onRemove}>
            {words.remove}
          </Button>
        </div>
      </div>
      {/* Hidden, not gone: what is registered keeps its value and its complaints. */}
      <div hidden={!isOpen} className="grid gap-4 [&[hidden]]:hidden">
        <LocalLines name={`${at}.label`} label={w.label} hint={w.labelHint} words={words} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Choice name={`${at}.adjust.kind`} label={w.adjust}>
            <option value="percent">{w.kinds.percent}</option>
            <option value="amount">{w.kinds.amount}</option>
            <option value="set">{w.kinds.set}</option>
          </Choice>
          <Line
            name={`${at}.adjust.value`}
            inputMode="decimal"
            label={kind === "percent" ? w.percent : w.rupees}
            hint={kind === "set" ? undefined : w.minusHint}
          />
          <Choice name={`${at}.spaceId`} label={w.space} options={orNull}>
            <option value="">{w.everySpace}</option>
            {choices.spaces.map(({ id, name: text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </Choice>
          <Choice name={`${at}.slotId`} label={w.session} options={orNull}>
            <option value="">{w.everySession}</option>
            {choices.slots.map(({ id, name: text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </Choice>
          <Line name={`${at}.from`} type="date" label={w.from} optional={words.optional} options={orNull} />
          <Line name={`${at}.to`} type="date" label={w.to} optional={words.optional} options={orNull} />
          <Choice name={`${at}.muhurat`} label={w.muhurat} options={yesNo}>
            <option value="">{w.anyDay}</option>
            <option value="true">{w.onlyMuhurat}</option>
            <option value="false">{w.onlyOrdinary}</option>
          </Choice>
        </div>
        <Weekdays name={`${at}.weekdays`} label={w.weekdays} hint={w.weekdaysHint} names={choices.weekdays} />
        <Tick name={`${at}.stop`} label={w.stop} />
      </div>
    </fieldset>
  );
}
