"use client";

import type { KeyboardEvent } from "react";
import { TextField } from "@/components/ui/text-field";
import { formatDate } from "@/lib/core/format-time";
import { addDays, addMonths, type LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { readDateAhead } from "@/lib/core/read-date-ahead";

type Props = {
  id: string;
  label: string;
  hint: string;
  text: string;
  date: LocalDate | null;
  today: LocalDate;
  locale: Locale;
  error: string | undefined;
  onChange: (text: string, date: LocalDate | null) => void;
};

/** A day as one says it, `14/2` or `14 feb`; the arrows go on by a day, the page keys by a month. What was understood stands below. */
export function DateText({ id, label, hint, text, date, today, locale, error, onChange }: Props) {
  function step(event: KeyboardEvent) {
    const from = date ?? addDays(today, -1);
    const next = {
      ArrowUp: addDays(from, 1),
      ArrowDown: addDays(from, -1),
      PageUp: addMonths(from, 1),
      PageDown: addMonths(from, -1),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const [year, month, day] = next.split("-");
    onChange(`${day}/${month}/${year}`, next);
  }
  return (
    <div className="grid gap-1.5">
      <TextField
        id={id}
        label={label}
        hint={hint}
        error={error}
        value={text}
        autoComplete="off"
        enterKeyHint="next"
        onChange={({ target }) => onChange(target.value, readDateAhead(target.value, today))}
        onKeyDown={step}
      />
      <p role="status" className="min-h-6 font-semibold text-tulsi">
        {date ? formatDate(date, locale) : ""}
      </p>
    </div>
  );
}
