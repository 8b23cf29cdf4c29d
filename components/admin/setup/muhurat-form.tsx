"use client";

import { type ChangeEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextArea, TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/core/locale";
import type { DateLine } from "@/lib/core/read-dates";
import { digits, fill } from "@/lib/i18n/plain-text";
import { addMuhuratDatesAction } from "@/lib/venues/actions";
import type { SetupWords } from "./sections";
import type { Told } from "./told";
import { type FieldErrors, useChange } from "./use-change";
import { useUnsaved } from "./use-unsaved";

type Props = { words: SetupWords; locale: Locale; venueId: string };
type Values = { venueId: string; text: string; source: string };
type MuhuratTold = Told & { unread: DateLine[] };

/** Dates typed, pasted or out of a CSV. Lines that name no date stay in the box with their number, and nothing is lost. */
export function MuhuratForm({ words, locale, venueId }: Props) {
  const w = words.muhurat;
  const [text, setText] = useState("");
  const [source, setSource] = useState("");
  const [unread, setUnread] = useState<DateLine[]>([]);
  const [error, setError] = useState<string>();
  useUnsaved(text.trim() !== "", words.unsaved);
  const { ask, isBusy, view } = useChange<Values, MuhuratTold>({
    ...{ words, locale, done: w.added },
    run: async (preview, change) => {
      const answer = await addMuhuratDatesAction({ preview, change });
      if (answer.data) setUnread(answer.data.unread);
      return answer;
    },
    onInvalid: (errors: FieldErrors) => setError(errors["change.text"]?.[0]),
    onSaved: (_, told) => setText(told.unread.map((line) => line.text).join("\n")),
  });

  const readFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setText(`${text}${text && !text.endsWith("\n") ? "\n" : ""}${await file.text()}`);
    target.value = "";
  };

  return (
    <form
      method="post"
      noValidate
      className="grid max-w-3xl gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setError(undefined);
        void ask({ venueId, text, source });
      }}
    >
      <TextArea
        rows={8}
        label={w.dates}
        hint={w.datesHint}
        error={error}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {unread.length > 0 ? (
        <Notice live tone="warning" title={w.unread}>
          <ul>
            {unread.map(({ line, text: written }) => (
              <li key={line}>{fill(w.unreadLine, { n: digits(line, locale), text: written })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field id="muhurat-file" label={w.file} hint={w.fileHint}>
          <input
            id="muhurat-file"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            aria-describedby="muhurat-file-hint"
            onChange={readFile}
            className="min-h-12 w-full"
          />
        </Field>
        <TextField
          label={w.source}
          hint={w.sourceHint}
          optional={words.optional}
          maxLength={80}
          value={source}
          onChange={({ target }) => setSource(target.value)}
        />
      </div>
      {view}
      <div>
        <Button type="submit" aria-disabled={isBusy}>
          {isBusy ? words.looking : w.add}
        </Button>
      </div>
    </form>
  );
}
