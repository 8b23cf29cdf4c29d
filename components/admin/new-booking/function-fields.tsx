"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { DeskVenue } from "@/lib/bookings/types";
import { functionNames } from "@/lib/core/event-names";
import { formatDate } from "@/lib/core/format-time";
import type { LocalDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/locale";
import { fill } from "@/lib/i18n/plain-text";
import { DateText } from "./date-text";
import type { DraftFunction } from "./draft";
import { Offers } from "./offers";
import { SessionChoice, spaceName } from "./session-choice";
import { useDeskDay } from "./use-desk-days";
import type { DeskWords } from "./words";

type Props = {
  index: number;
  one: DraftFunction;
  venue: DeskVenue;
  times: Record<string, string>;
  guests: number;
  today: LocalDate;
  words: DeskWords;
  locale: Locale;
  complaints: { date: string | undefined; session: string | undefined };
  onChange: (part: Partial<DraftFunction>) => void;
  onRemove: (() => void) | null;
};

/** One function: what it is, on which day, in which session and space. */
export function FunctionFields(props: Props) {
  const { index, one, venue, times, guests, today, words, locale, complaints, onChange, onRemove } = props;
  const day = useDeskDay(venue.id, one.date);
  const { date, slotId, spaceId, isOwnTimes } = one;
  const state = day?.slots.find((slot) => slot.slotId === slotId && slot.spaceId === spaceId)?.state;
  const isTaken = !isOwnTimes && state !== undefined && state !== "free";
  const hasHours = venue.settings.customTimes !== "none" && venue.prices.some((price) => price.slotId === null);
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="grid gap-2">
          <Select
            label={words.function}
            value={one.name}
            onChange={({ target }) => {
              const name = functionNames.find((each) => each === target.value);
              if (name) onChange({ name });
            }}
          >
            {functionNames.map((name) => (
              <option key={name} value={name}>
                {words.functions[name]}
              </option>
            ))}
          </Select>
          {onRemove ? (
            <Button tone="quiet" className="justify-self-start" onClick={onRemove}>
              {words.removeFunction}
            </Button>
          ) : null}
        </div>
        <DateText
          id={`desk-date${index}`}
          label={words.date}
          hint={words.dateHint}
          text={one.dateText}
          date={date}
          today={today}
          locale={locale}
          error={complaints.date}
          onChange={(dateText, next) => onChange({ dateText, date: next })}
        />
      </div>
      {isOwnTimes ? null : (
        <SessionChoice
          {...{ index, one, venue, times, day, words, locale, error: complaints.session }}
          onChoose={(slot) => onChange({ slotId: slot.slotId, spaceId: slot.spaceId })}
        />
      )}
      {isTaken && date && slotId ? (
        <Offers
          wanted={{ date, slotId, spaceId }}
          {...{ guests, venue, words, locale }}
          onTake={(offer) =>
            onChange({
              ...{ date: offer.date, slotId: offer.slotId, spaceId: offer.spaceId },
              dateText: formatDate(offer.date, "en", "long"),
            })
          }
        />
      ) : null}
      {hasHours ? (
        <Checkbox
          label={words.ownTimes}
          checked={isOwnTimes}
          onChange={({ target }) => onChange({ isOwnTimes: target.checked })}
        />
      ) : null}
      {isOwnTimes ? <OwnTimes {...props} /> : null}
    </div>
  );
}

function OwnTimes({ index, one, venue, words, locale, complaints, onChange }: Props) {
  const sold = venue.spaces.filter(({ id }) =>
    venue.prices.some((price) => price.slotId === null && price.spaceId === id),
  );
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Select
        id={`desk-session${index}`}
        label={words.space}
        value={one.spaceId}
        error={complaints.session}
        onChange={({ target }) => onChange({ spaceId: target.value })}
      >
        <option value="">{words.choose}</option>
        {sold.map(({ id, capacity }) => (
          <option key={id} value={id}>
            {fill(words.spaceSeats, { space: spaceName(venue, id, locale), seats: String(capacity) })}
          </option>
        ))}
      </Select>
      <TextField
        type="time"
        label={words.from}
        value={one.start}
        onChange={({ target }) => onChange({ start: target.value })}
      />
      <TextField
        type="time"
        label={words.until}
        hint={one.start && one.end && one.end <= one.start ? words.nextDay : undefined}
        value={one.end}
        onChange={({ target }) => onChange({ end: target.value })}
      />
    </div>
  );
}
