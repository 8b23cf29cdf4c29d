"use client";

import { useState } from "react";
import { Select } from "@/components/ui/select";
import { TextArea, TextField } from "@/components/ui/text-field";
import type { DeskVenue } from "@/lib/bookings/types";
import { isLocale, LOCALES, type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import type { Draft } from "./draft";
import type { DeskWords } from "./words";

type Props = {
  draft: Draft;
  venue: DeskVenue;
  /** What the event is called where nobody says otherwise. */
  title: string;
  words: DeskWords;
  locale: Locale;
  change: (part: Partial<Draft>) => void;
};

const LANGUAGES = { mr: "मराठी", hi: "हिन्दी", en: "English" } as const satisfies Record<Locale, string>;

/** What most bookings do without, folded away so that the keyboard passes it in one step. */
export function MoreFields({ draft, venue, title, words, locale, change }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isUsed = [draft.title, draft.email, draft.wishes, ...Object.values(draft.extras)].some(Boolean);
  return (
    <details
      open={isOpen || isUsed}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="rounded-card border border-rule px-4"
    >
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{words.more}</summary>
      <div className="grid gap-4 pb-4 sm:grid-cols-2">
        {venue.addOns.map((addOn) => (
          <TextField
            key={addOn.id}
            label={textIn(addOn.name, locale)}
            hint={fill(words.extraUnits[addOn.unit], { price: formatMoney(addOn.unitPricePaise, locale) })}
            inputMode="numeric"
            autoComplete="off"
            value={draft.extras[addOn.id] ?? ""}
            onChange={({ target }) => change({ extras: { ...draft.extras, [addOn.id]: target.value } })}
          />
        ))}
        <TextField
          id="desk-title"
          label={words.eventTitle}
          placeholder={title}
          maxLength={120}
          autoComplete="off"
          value={draft.title}
          onChange={({ target }) => change({ title: target.value })}
        />
        <TextField
          id="desk-email"
          type="email"
          inputMode="email"
          label={words.email}
          value={draft.email}
          autoComplete="off"
          maxLength={254}
          onChange={({ target }) => change({ email: target.value })}
        />
        <Select
          label={words.language}
          value={draft.language}
          onChange={({ target }) => {
            if (isLocale(target.value)) change({ language: target.value });
          }}
        >
          {LOCALES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGES[one]}
            </option>
          ))}
        </Select>
        <div className="sm:col-span-2">
          <TextArea
            label={words.wishes}
            rows={2}
            maxLength={2000}
            value={draft.wishes}
            onChange={({ target }) => change({ wishes: target.value })}
          />
        </div>
      </div>
    </details>
  );
}
