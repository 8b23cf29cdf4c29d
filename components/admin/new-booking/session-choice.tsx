"use client";

import { Fragment } from "react";
import type { CalendarDay, CalendarSlot } from "@/components/calendar/types";
import type { DeskVenue } from "@/lib/bookings/types";
import { type Locale, textIn } from "@/lib/core/locale";
import { formatMoney } from "@/lib/core/money";
import type { DraftFunction } from "./draft";
import type { DeskWords } from "./words";

type Props = {
  index: number;
  one: DraftFunction;
  venue: DeskVenue;
  /** What each session's times are called. */
  times: Record<string, string>;
  day: CalendarDay | undefined;
  words: DeskWords;
  locale: Locale;
  error: string | undefined;
  onChoose: (slot: Pick<CalendarSlot, "slotId" | "spaceId">) => void;
};

/** The day's sessions, each with its spaces, as they are this moment. One that is taken can be asked for too: it leads to what is free instead. */
export function SessionChoice({ index, one, venue, times, day, words, locale, error, onChoose }: Props) {
  const id = `desk-session${index}`;
  const slots = venue.slots.filter((slot) => day?.slots.some(({ slotId }) => slotId === slot.id));
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined} className="grid gap-1">
      <legend className="mb-1 font-semibold">
        {words.session}
        {day?.muhurat ? <span className="ml-2 font-medium text-marigold-ink">✦ {words.muhurat}</span> : null}
      </legend>
      {one.date && day && slots.length === 0 ? <p>{words.noSession}</p> : null}
      {one.date ? null : <p className="text-ink-2">{words.dateFirst}</p>}
      <div className="grid items-center gap-x-4 gap-y-2 sm:gap-y-3 sm:grid-cols-[minmax(7rem,auto)_minmax(0,1fr)]">
        {slots.map((slot) => (
          <Fragment key={slot.id}>
            <p>
              <b>{textIn(slot.name, locale)}</b>
              <span className="text-[0.9375rem] text-ink-2 max-sm:ml-2 sm:block">{times[slot.id]}</span>
            </p>
            <div className="flex flex-wrap gap-2">
              {day?.slots
                .filter(({ slotId }) => slotId === slot.id)
                .map((each) => (
                  <label
                    key={each.spaceId}
                    data-free={each.state === "free"}
                    className="flex min-h-12 cursor-pointer items-center gap-2 rounded-card border border-edge bg-card px-3 py-1 leading-tight has-checked:border-brand has-checked:bg-brand-soft has-focus-visible:outline-3 has-focus-visible:outline-brand data-[free=false]:border-dashed data-[free=false]:bg-paper-2"
                  >
                    <input
                      type="radio"
                      name={id}
                      value={`${each.slotId} ${each.spaceId}`}
                      checked={one.slotId === each.slotId && one.spaceId === each.spaceId && !one.isOwnTimes}
                      onChange={() => onChoose(each)}
                      aria-label={[
                        textIn(slot.name, locale),
                        spaceName(venue, each.spaceId, locale),
                        words.states[each.state],
                        formatMoney(each.pricePaise, locale),
                      ].join(", ")}
                      className="size-4 accent-brand outline-none"
                    />
                    <span>
                      <span className="block font-semibold">{spaceName(venue, each.spaceId, locale)}</span>
                      <span className="text-[0.9375rem] text-ink-2">
                        {each.state === "free" ? formatMoney(each.pricePaise, locale) : `✕ ${words.states[each.state]}`}
                      </span>
                    </span>
                  </label>
                ))}
            </div>
          </Fragment>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} role="alert" className="flex gap-2 text-[0.9375rem] font-semibold text-alert">
          <span aria-hidden="true">!</span>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

export function spaceName(venue: DeskVenue, spaceId: string, locale: Locale): string {
  const space = venue.spaces.find(({ id }) => id === spaceId);
  return space ? textIn(space.name, locale) : "";
}
