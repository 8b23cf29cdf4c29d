"use client";

import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Desk, DeskVenue } from "@/lib/bookings/types";
import { MOST_FUNCTIONS } from "@/lib/core/event-names";
import type { LocalDate } from "@/lib/core/local-date";
import { type Locale, textIn } from "@/lib/core/locale";
import { blankFunction, countOf, type Draft, type DraftFunction, type Field } from "./draft";
import { FunctionFields } from "./function-fields";
import type { DeskWords } from "./words";

type Props = {
  draft: Draft;
  desk: Desk;
  venue: DeskVenue;
  times: Record<string, string>;
  today: LocalDate;
  words: DeskWords;
  locale: Locale;
  said: (field: Field) => string | undefined;
  change: (part: Partial<Draft>) => void;
};

/** Its functions, each with day, session and space, and how many come. */
export function EventFields({ draft, desk, venue, times, today, words, locale, said, change }: Props) {
  const { functions } = draft;
  const changeOne = (index: number, part: Partial<DraftFunction>) =>
    change({ functions: functions.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const guests = countOf(draft.guests);
  const seats = Math.max(...venue.spaces.map(({ capacity }) => capacity));
  return (
    <>
      {desk.venues.length > 1 ? (
        <Select
          label={words.venue}
          value={draft.venueId}
          onChange={({ target }) =>
            change({
              venueId: target.value,
              extras: {},
              functions: functions.map((one) => ({ ...one, spaceId: "", slotId: null })),
            })
          }
        >
          {desk.venues.map(({ id, name }) => (
            <option key={id} value={id}>
              {textIn(name, locale)}
            </option>
          ))}
        </Select>
      ) : null}
      {functions.map((one, index) => (
        <div key={one.key} className={index > 0 ? "border-rule border-t pt-4" : ""}>
          <FunctionFields
            {...{ index, one, venue, times, today, words, locale }}
            guests={guests ?? 1}
            complaints={{ date: said(`date${index}`), session: said(`session${index}`) }}
            onChange={(part) => changeOne(index, part)}
            onRemove={
              functions.length > 1 ? () => change({ functions: functions.filter((_, at) => at !== index) }) : null
            }
          />
        </div>
      ))}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="w-40">
          <TextField
            id="desk-guests"
            label={words.guests}
            inputMode="numeric"
            autoComplete="off"
            value={draft.guests}
            error={said("guests") ?? ((guests ?? 0) > seats ? words.tooMany : undefined)}
            onChange={({ target }) => change({ guests: target.value })}
          />
        </div>
        {functions.length < MOST_FUNCTIONS ? (
          <Button tone="secondary" onClick={() => change({ functions: [...functions, blankFunction("reception")] })}>
            {words.addFunction}
          </Button>
        ) : null}
      </div>
    </>
  );
}
