"use client";

import Form from "next/form";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import type { CalendarFilter, CalendarVenue } from "./types";

type Words = {
  title: string;
  space: string;
  anySpace: string;
  slot: string;
  anySlot: string;
  guests: string;
  anyGuests: string;
  show: string;
};

type Props = {
  action: string;
  venue: Pick<CalendarVenue, "spaces" | "slots">;
  filter: CalendarFilter;
  month: string;
  /** Numbers of guests to choose from, each written out. */
  guestChoices: { value: number; label: string }[];
  words: Words;
};

/** A plain GET form. With a script it goes off by itself when a choice changes, and its button steps aside. */
export function CalendarFilters({ action, venue, filter, month, guestChoices, words }: Props) {
  const date = useSearchParams().get("date");
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const slots = venue.slots.filter((slot) => !filter.spaceId || slot.spaceIds.includes(filter.spaceId));
  return (
    <Form
      action={action}
      scroll={false}
      replace
      className="cal-filters"
      aria-label={words.title}
      onChange={(event) => event.currentTarget.requestSubmit()}
    >
      <input type="hidden" name="month" value={date?.slice(0, 7) ?? month} />
      {date ? <input type="hidden" name="date" value={date} /> : null}
      <Choice
        name="space"
        label={words.space}
        value={filter.spaceId}
        any={words.anySpace}
        options={venue.spaces.map(({ id, name }) => [id, name])}
      />
      <Choice
        name="slot"
        label={words.slot}
        value={filter.slotId}
        any={words.anySlot}
        options={slots.map(({ id, name }) => [id, name])}
      />
      <Choice
        name="guests"
        label={words.guests}
        value={filter.guests ? String(filter.guests) : null}
        any={words.anyGuests}
        options={guestChoices.map(({ value, label }) => [String(value), label])}
      />
      <button type="submit" className={live ? "sr-only focus:not-sr-only" : ""}>
        {words.show}
      </button>
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | null;
  any: string;
  options: (readonly [string, string])[];
};

function Choice({ name, label, value, any, options }: ChoiceProps) {
  return (
    <label className={value ? "cal-chip cal-chip-on" : "cal-chip"}>
      <span className="sr-only">{label}</span>
      <select key={value} name={name} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
