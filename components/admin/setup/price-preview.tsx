"use client";

import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { control, Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { isoWeekday } from "@/lib/core/local-date";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney, formatMoneyShort } from "@/lib/core/money";
import { dayWords } from "@/lib/i18n/day-words";
import { digits, fill } from "@/lib/i18n/plain-text";
import { previewPricesAction } from "@/lib/venues/actions";
import type { PricedDay } from "@/lib/venues/types";
import type { RuleChoices } from "./rule-summary";
import type { SetupWords } from "./sections";

type Props = { words: SetupWords; locale: Locale; venueId: string; choices: RuleChoices; today: string };

const PAUSE_MS = 400;

/** "What would 14 February cost?": a month by the rules as they are being written, and a day with the step of each rule. */
export function PricePreview({ words, locale, venueId, choices, today }: Props) {
  const { watch } = useFormContext();
  const rules: unknown = watch("rules");
  const [date, setDate] = useState(today);
  const [spaceId, setSpaceId] = useState(choices.spaces[0]?.id ?? "");
  const [days, setDays] = useState<PricedDay[]>([]);
  const [problem, setProblem] = useState("");
  const month = date.slice(0, 7);
  const written = JSON.stringify(rules);
  const w = words.prices;

  useEffect(() => {
    let isWanted = true;
    const pause = setTimeout(async () => {
      try {
        const { data, serverError, validationErrors } = await previewPricesAction({
          ...{ venueId, spaceId, month },
          rules: JSON.parse(written),
        });
        if (!isWanted) return;
        if (data) setDays(data);
        setProblem(data ? "" : (serverError?.message ?? (validationErrors ? w.previewIncomplete : words.offline)));
      } catch {
        if (isWanted) setProblem(words.offline);
      }
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(pause);
    };
  }, [venueId, spaceId, month, written, w.previewIncomplete, words.offline]);

  const day = days.find((one) => one.date === date);
  return (
    <section
      aria-label={w.preview}
      className="grid gap-4 rounded-card border border-rule bg-paper p-4 xl:sticky xl:top-4"
    >
      <h2 className="text-xl">{w.preview}</h2>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field id="preview-date" label={w.day}>
          <input
            id="preview-date"
            type="date"
            value={date}
            className={control}
            onChange={({ target }) => target.value && setDate(target.value)}
          />
        </Field>
        <Select label={w.space} value={spaceId} onChange={({ target }) => setSpaceId(target.value)}>
          {choices.spaces.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      {problem ? <p role="status">{problem}</p> : null}
      <div aria-live="polite" className="grid gap-3">
        {day ? <Explained day={day} words={words} locale={locale} /> : null}
      </div>
      <ol className="grid grid-cols-7 gap-1">
        {days.map((one, index) => {
          const lowest = Math.min(...one.slots.map(({ totalPaise }) => totalPaise));
          const price = Number.isFinite(lowest) ? formatMoneyShort(lowest, locale) : "–";
          return (
            <li key={one.date} style={index === 0 ? { gridColumnStart: isoWeekday(one.date) } : undefined}>
              <button
                type="button"
                aria-pressed={one.date === date}
                aria-label={fill(w.dayCosts, { date: dayWords(one.date, locale), price })}
                onClick={() => setDate(one.date)}
                className={`grid min-h-12 w-full cursor-pointer place-content-center rounded-card border text-center aria-pressed:border-brand aria-pressed:bg-brand-soft ${one.isMuhurat ? "border-marigold bg-marigold-soft" : "border-rule bg-card"}`}
              >
                <span className="text-[0.875rem]">
                  {digits(Number(one.date.slice(8)), locale)}
                  {one.isMuhurat ? <span aria-hidden="true"> ✦</span> : null}
                </span>
                <span className="text-[0.75rem] text-ink-2">{price}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Explained({ day, words, locale }: { day: PricedDay; words: SetupWords; locale: Locale }) {
  const w = words.prices;
  return (
    <>
      <h3 className="text-lg">
        {dayWords(day.date, locale)} {day.isMuhurat ? <span className="text-marigold-ink">✦ {w.isMuhurat}</span> : null}
      </h3>
      {day.slots.length === 0 ? <p>{w.notSold}</p> : null}
      {day.slots.map(({ slotId, name, basePaise, steps, totalPaise }) => (
        <dl key={slotId} className="grid grid-cols-[1fr_auto] gap-x-4 border-rule border-t pt-2">
          <dt className="font-semibold">{textIn(name, locale)}</dt>
          <dd className="text-right font-semibold">{formatMoney(totalPaise, locale)}</dd>
          {steps.length > 0 ? (
            <>
              <dt className="text-ink-2">{w.base}</dt>
              <dd className="text-right text-ink-2">{formatMoney(basePaise, locale)}</dd>
            </>
          ) : null}
          {steps.map(({ ruleId, label, amountPaise }) => (
            <div key={ruleId} className="col-span-2 grid grid-cols-subgrid text-ink-2">
              <dt>{textIn(label, locale)}</dt>
              <dd className="text-right">
                {amountPaise > 0 ? "+" : ""}
                {formatMoney(amountPaise, locale)}
              </dd>
            </div>
          ))}
        </dl>
      ))}
    </>
  );
}
