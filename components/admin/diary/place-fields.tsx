import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { DiaryBar } from "@/lib/core/diary";
import { isLocalDate } from "@/lib/core/local-date";
import { textIn } from "@/lib/core/locale";
import { placeAt, sessionsAt } from "./place-at";
import type { Cell, DiaryLook, Place } from "./types";

const OWN = "own";

type Props = { to: Place; bar: DiaryBar; look: DiaryLook; onChange: (to: Place) => void };

/** Day, space and session of a move by hand: any day, also one that is not on the page. */
export function PlaceFields({ to, bar, look, onChange }: Props) {
  const { words, locale, venue } = look;
  const date = "date" in to ? to.date : to.startsAt.slice(0, 10);
  const sessions = sessionsAt({ spaceId: to.spaceId, date }, venue);
  const own = "slotId" in to ? { startsAt: bar.starts, endsAt: bar.ends } : to;
  const like = (slotId: string, cell: Cell) => placeAt({ ...bar, slotId }, cell, venue);
  const toDay = (day: string) => {
    if (!isLocalDate(day)) return;
    if ("slotId" in to) return onChange(like(to.slotId, { spaceId: to.spaceId, date: day }));
    onChange({
      ...to,
      startsAt: day + to.startsAt.slice(10),
      endsAt: (to.endsAt.slice(0, 10) === date ? day : to.endsAt.slice(0, 10)) + to.endsAt.slice(10),
    });
  };
  const toSpace = (spaceId: string) =>
    onChange("slotId" in to ? like(to.slotId, { spaceId, date }) : { ...to, spaceId });
  const toSession = (slotId: string) =>
    onChange(slotId === OWN ? { spaceId: to.spaceId, ...own } : { spaceId: to.spaceId, slotId, date });
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <TextField label={words.date} type="date" value={date} onChange={(event) => toDay(event.target.value)} />
      <Select label={words.space} value={to.spaceId} onChange={(event) => toSpace(event.target.value)}>
        {venue.spaces.map(({ id, name }) => (
          <option key={id} value={id}>
            {textIn(name, locale)}
          </option>
        ))}
      </Select>
      <Select
        label={words.session}
        value={"slotId" in to ? to.slotId : OWN}
        onChange={(event) => toSession(event.target.value)}
      >
        {"slotId" in to && !sessions.some(({ id }) => id === to.slotId) ? <option value={to.slotId}>–</option> : null}
        {sessions.map(({ id, name }) => (
          <option key={id} value={id}>
            {textIn(name, locale)}
          </option>
        ))}
        {venue.hasOwnTimes || !("slotId" in to) ? <option value={OWN}>{words.ownTimes}</option> : null}
      </Select>
      {"slotId" in to ? null : (
        <div className="grid gap-3 sm:col-span-3 sm:grid-cols-2">
          <TextField
            label={words.starts}
            type="datetime-local"
            value={to.startsAt}
            onChange={(event) => event.target.value && onChange({ ...to, startsAt: event.target.value.slice(0, 16) })}
          />
          <TextField
            label={words.ends}
            type="datetime-local"
            value={to.endsAt}
            onChange={(event) => event.target.value && onChange({ ...to, endsAt: event.target.value.slice(0, 16) })}
          />
        </div>
      )}
    </div>
  );
}
