"use client";

import type * as z from "zod";
import { closeDaysAction, closeYearlyAction } from "@/lib/bookings/actions";
import type { closeDaysInput } from "@/lib/bookings/input";
import type { Locale } from "@/lib/core/locale";
import { Choice, Line } from "./fields";
import type { SetupWords } from "./sections";
import { SetupForm } from "./setup-form";

type Space = { id: string; name: string };
type Props = { words: SetupWords; locale: Locale; venueId: string; spaces: readonly Space[] };
const orNull = { setValueAs: (value: unknown) => (value === "" || value === undefined ? null : value) };

function Where({ words, spaces }: Pick<Props, "words" | "spaces">) {
  return (
    <Choice name="spaceId" label={words.closed.space} options={orNull}>
      <option value="">{words.closed.everything}</option>
      {spaces.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Choice>
  );
}

export function CloseDaysForm({ words, locale, venueId, spaces }: Props) {
  const w = words.closed;
  const values: z.input<typeof closeDaysInput> = {
    ...{ venueId, spaceId: null, from: "", to: "", startTime: null, endTime: null, reason: "" },
  };
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      isShort
      isAdding
      done={w.doneOnce}
      run={async (preview, change) => {
        const answer = await closeDaysAction({ preview, change: { ...change, to: change.to || change.from } });
        const wrong = answer.validationErrors;
        if (!wrong || change.to) return answer;
        // An empty last day is the first one: only that is asked for.
        const { "change.to": _, ...fieldErrors } = wrong.fieldErrors;
        return { ...answer, validationErrors: { ...wrong, fieldErrors } };
      }}
    >
      <Where words={words} spaces={spaces} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Line name="from" type="date" label={w.from} />
        <Line name="to" type="date" label={w.to} hint={w.toHint} />
        <Line name="startTime" type="time" label={w.startTime} optional={words.optional} options={orNull} />
        <Line name="endTime" type="time" label={w.endTime} optional={words.optional} options={orNull} />
      </div>
      <Line name="reason" label={w.reason} hint={w.reasonHint} />
    </SetupForm>
  );
}

type Yearly = { venueId: string; spaceId: string | null; firstDay: string; days: string; reason: string };

export function CloseYearlyForm({ words, locale, venueId, spaces }: Props) {
  const w = words.closed;
  const values: Yearly = { venueId, spaceId: null, firstDay: "", days: "1", reason: "" };
  return (
    <SetupForm
      words={words}
      locale={locale}
      values={values}
      isShort
      isAdding
      done={w.doneYearly}
      run={async (preview, { firstDay, days, ...rest }) => {
        const answer = await closeYearlyAction({
          preview,
          change: { ...rest, startsOn: firstDay.slice(5), days: Number(days) || 0 },
        });
        const wrong = answer.validationErrors;
        if (!wrong?.fieldErrors["change.startsOn"]) return answer;
        const fieldErrors = { ...wrong.fieldErrors, "change.firstDay": wrong.fieldErrors["change.startsOn"] };
        return { ...answer, validationErrors: { ...wrong, fieldErrors } };
      }}
    >
      <Where words={words} spaces={spaces} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Line name="firstDay" type="date" label={w.firstDay} hint={w.firstDayHint} />
        <Line name="days" inputMode="numeric" label={w.days} />
      </div>
      <Line name="reason" label={w.reason} hint={w.reasonHint} />
    </SetupForm>
  );
}
