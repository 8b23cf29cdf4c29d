"use client";

import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/core/locale";
import { formatMoney, type Paise } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import type { Draft } from "./draft";
import type { DeskWords } from "./words";

type Props = {
  draft: Draft;
  /** The most that this person may take off; nothing at all hides the fields. */
  mostPaise: Paise;
  isTooMuch: boolean;
  words: DeskWords;
  locale: Locale;
  complaints: Record<"discount" | "reason", string | undefined>;
  change: (part: Partial<Draft>) => void;
};

/** What is taken off, and why: asked for as soon as there is something. */
export function DiscountFields({ draft, mostPaise, isTooMuch, words, locale, complaints, change }: Props) {
  if (mostPaise <= 0 && !draft.discount) return null;
  const most = { amount: formatMoney(mostPaise, locale) };
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextField
        id="desk-discount"
        label={words.discount}
        optional={words.optional}
        hint={fill(words.discountMost, most)}
        inputMode="decimal"
        autoComplete="off"
        value={draft.discount}
        error={isTooMuch ? fill(words.discountTooMuch, most) : complaints.discount}
        onChange={({ target }) => change({ discount: target.value })}
      />
      {draft.discount.trim() ? (
        <TextField
          id="desk-reason"
          label={words.reason}
          hint={words.reasonHint}
          maxLength={200}
          autoComplete="off"
          value={draft.reason}
          error={complaints.reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      ) : null}
    </div>
  );
}
