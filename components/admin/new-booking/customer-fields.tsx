"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { control, describedBy, Field } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/core/locale";
import { formatPhone, parsePhone } from "@/lib/core/phone";
import { digits } from "@/lib/i18n/plain-text";
import type { FoundCustomer } from "@/lib/people/types";
import { Choices } from "./choices";
import type { Draft } from "./draft";
import { useCustomers } from "./use-customers";
import type { DeskWords } from "./words";

type Props = {
  draft: Draft;
  words: DeskWords;
  locale: Locale;
  complaints: Record<"phone" | "name", string | undefined>;
  change: (part: Partial<Draft>) => void;
};

const partOf = ({ name, email, locale }: FoundCustomer): Partial<Draft> => ({
  ...(name ? { name } : {}),
  ...(email ? { email } : {}),
  ...(locale ? { language: locale } : {}),
});

/** Who it is for: found by a part of the phone or name, or made from what is typed. */
export function CustomerFields({ draft, words, locale, complaints, change }: Props) {
  const found = useCustomers(draft.phone);
  const phone = parsePhone(draft.phone);
  const known = phone === null ? undefined : found.find((one) => one.phone === phone);
  const take = (one: FoundCustomer) => change({ phone: digits(formatPhone(one.phone), locale), ...partOf(one) });

  const last = useRef<FoundCustomer | null>(null);
  const { name } = draft;
  useEffect(() => {
    // A number that was corrected: the name came with the wrong one.
    if (!known && last.current && phone !== last.current.phone) {
      if (name === last.current.name) change({ name: "" });
      last.current = null;
    }
    if (!known || known.userId === last.current?.userId) return;
    last.current = known;
    change(partOf(known));
  }, [known, phone, name, change]);

  return (
    <div className="grid gap-4">
      <Choices
        name="source"
        legend={words.source}
        value={draft.source}
        onChange={(source) => change({ source })}
        choices={[
          { value: "desk", label: words.sources.desk },
          { value: "phone", label: words.sources.phone },
        ]}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <PhoneBox
          text={draft.phone}
          found={known ? [] : found}
          words={words}
          locale={locale}
          error={complaints.phone}
          onText={(text) => change({ phone: text })}
          onPick={take}
        />
        <TextField
          id="desk-name"
          label={words.name}
          value={draft.name}
          autoComplete="off"
          maxLength={80}
          readOnly={Boolean(known?.name)}
          className={known?.name ? "bg-paper-2" : ""}
          error={complaints.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </div>
      <p role="status" className={known ? "-mt-2 font-semibold text-tulsi" : "sr-only"}>
        {known ? words.known : ""}
      </p>
    </div>
  );
}

type PhoneProps = {
  text: string;
  found: readonly FoundCustomer[];
  words: DeskWords;
  locale: Locale;
  error: string | undefined;
  onText: (text: string) => void;
  onPick: (one: FoundCustomer) => void;
};

/** A field that proposes whom the hall knows; the arrows go through them, Enter takes one, Escape puts them away. */
function PhoneBox({ text, found, words, locale, error, onText, onPick }: PhoneProps) {
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = isOpen ? found : [];
  const active = shown[at];
  const hint = words.phoneHint;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && shown.length > 0) {
      event.preventDefault();
      return setOpen(false);
    }
    if (event.key === "Enter" && active) {
      event.preventDefault();
      onPick(active);
      return setOpen(false);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setOpen(true);
    setAt((before) => (before + step + found.length) % found.length);
  }

  return (
    <Field id="desk-phone" label={words.phone} hint={hint} error={error}>
      <div className="relative">
        <input
          id="desk-phone"
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${listId}-${active.userId}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy("desk-phone", { hint, error })}
          className={control}
          value={text}
          autoComplete="off"
          inputMode="tel"
          enterKeyHint="next"
          maxLength={80}
          onChange={({ target }) => {
            onText(target.value);
            setAt(-1);
            setOpen(true);
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <div
          id={listId}
          role="listbox"
          tabIndex={-1}
          aria-label={words.knownList}
          hidden={shown.length === 0}
          className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded-card border border-rule-2 bg-card shadow-lg"
        >
          {shown.map((one) => (
            <div
              key={one.userId}
              id={`${listId}-${one.userId}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === active}
              className="flex min-h-12 cursor-pointer items-center justify-between gap-3 px-3 aria-selected:bg-brand-soft"
              // Before the field loses the focus, which puts the list away.
              onPointerDown={(event) => {
                event.preventDefault();
                onPick(one);
                setOpen(false);
              }}
            >
              <b>{one.name ?? words.noName}</b>
              <span className="text-ink-2">{digits(formatPhone(one.phone), locale)}</span>
            </div>
          ))}
        </div>
      </div>
    </Field>
  );
}
