"use client";

import { TextField } from "@/components/ui/text-field";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import type { HandMethod } from "@/lib/core/payment-method";
import { fill } from "@/lib/i18n/plain-text";
import { Choices } from "./choices";
import { DateText } from "./date-text";
import type { Draft, Standing } from "./draft";
import type { DeskWords } from "./words";

type Props = {
  draft: Draft;
  /** What is asked for before it is sure, in paise; null until there is a price. */
  advancePaise: Paise | null;
  methods: readonly HandMethod[];
  maySkipAdvance: boolean;
  today: LocalDate;
  words: DeskWords;
  locale: Locale;
  complaints: Record<"amount" | "reference" | "until", string | undefined>;
  change: (part: Partial<Draft>) => void;
};

/** How firm it is: with money now, with a link to pay by, kept until a day, or by the word of somebody who may. */
export function StandingFields(props: Props) {
  const { draft, methods, maySkipAdvance, today, words, locale, complaints, change } = props;
  const choices: Standing[] = [
    ...(methods.length > 0 ? (["paid"] as const) : []),
    "link",
    "option",
    ...(maySkipAdvance ? (["sure"] as const) : []),
  ];
  return (
    <div className="grid gap-4">
      <Choices
        name="standing"
        legend={words.standing}
        value={draft.standing}
        onChange={(standing) => change({ standing })}
        choices={choices.map((value) => ({ value, label: words.standings[value] }))}
      />
      <p className="text-ink-2">{words.standingHints[draft.standing]}</p>
      {draft.standing === "paid" ? <Money {...props} /> : null}
      {draft.standing === "option" || draft.standing === "link" ? (
        <DateText
          id="desk-until"
          label={words.optionUntil}
          hint={words.optionUntilHint}
          text={draft.untilText}
          date={draft.until}
          error={complaints.until ?? (isOutside(draft, today) ? words.untilWrong : undefined)}
          {...{ today, locale }}
          onChange={(untilText, until) => change({ untilText, until })}
        />
      ) : null}
    </div>
  );
}

/** An option ends with the day of the event at the latest. */
function isOutside({ until, functions }: Draft, today: LocalDate): boolean {
  const first = functions.flatMap(({ date }) => (date ? [date] : [])).toSorted()[0];
  return until !== null && (until < today || (first !== undefined && until > first));
}

function Money({ draft, advancePaise, methods, words, locale, complaints, change }: Props) {
  return (
    <>
      <Choices
        name="method"
        legend={words.method}
        value={draft.method}
        onChange={(method) => change({ method })}
        choices={methods.map((value) => ({ value, label: words.methodNames[value] }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="desk-amount"
          label={words.amount}
          hint={
            advancePaise === null ? undefined : fill(words.amountHint, { amount: formatMoney(advancePaise, locale) })
          }
          inputMode="decimal"
          autoComplete="off"
          value={draft.amount ?? (advancePaise === null ? "" : String(advancePaise / 100))}
          error={complaints.amount}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => change({ amount: target.value })}
        />
        {draft.method === "cash" ? null : (
          <TextField
            id="desk-reference"
            label={words.reference}
            hint={words.referenceHint}
            autoComplete="off"
            maxLength={120}
            value={draft.reference}
            error={complaints.reference}
            onChange={({ target }) => change({ reference: target.value })}
          />
        )}
      </div>
    </>
  );
}
