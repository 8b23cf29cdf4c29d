"use client";

import { useEffect } from "react";
import { TextArea, TextField } from "@/components/ui/text-field";
import { type Draft, readDraft, saveDraft, useDraft } from "./draft";

type Props = {
  /** What the family's live hold says, for a browser that has forgotten. */
  held: Draft | null;
  words: { title: string; titleHint: string; wishes: string; wishesHint: string; optional: string; stays: string };
};

/** Kept in this browser as it is typed: these fields have no name, so that no form can put them in an address. */
export function EventDetails({ held, words }: Props) {
  const draft = useDraft();
  useEffect(() => {
    if (held && readDraft().title === "") saveDraft(held);
  }, [held]);
  const { title, wishes } = draft ?? { title: "", wishes: "" };
  return (
    <>
      <TextField
        label={words.title}
        hint={words.titleHint}
        value={title}
        required
        maxLength={120}
        autoComplete="off"
        readOnly={draft === null}
        onChange={(event) => saveDraft({ title: event.target.value, wishes })}
      />
      <TextArea
        label={words.wishes}
        hint={words.wishesHint}
        optional={words.optional}
        value={wishes}
        maxLength={2000}
        rows={4}
        readOnly={draft === null}
        onChange={(event) => saveDraft({ title, wishes: event.target.value })}
      />
      <p className="text-[0.9375rem] text-ink-2">{words.stays}</p>
    </>
  );
}
