"use client";

import { useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { removeNoteAction, writeNoteAction } from "@/lib/bookings/actions";
import type { WriteNoteInput } from "@/lib/bookings/input";
import type { Messages } from "@/lib/i18n/load-messages";

type Words = Messages["admin"]["booking"]["notes"] & { offline: string };
type Subject = { bookingId: string } | { customerId: string };

/** What was typed stays until it is saved. */
export function WriteNote({ subject, words }: { subject: Subject; words: Words }) {
  const [text, setText] = useState("");
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState("");
  const save = async () => {
    if (isPending || text.trim() === "") return;
    setPending(true);
    setMessage("");
    const input: WriteNoteInput = { ...subject, text };
    const outcome = await callAction(() => writeNoteAction(input));
    setPending(false);
    if (outcome.kind === "offline") return setMessage(words.offline);
    if (outcome.kind === "refused") return setMessage(outcome.message || words.offline);
    setText("");
    toast(words.saved);
  };
  return (
    <div className="grid gap-2">
      <TextArea
        label={words.label}
        hint={words.hint}
        value={text}
        maxLength={2000}
        rows={2}
        onChange={(event) => setText(event.target.value)}
      />
      {message ? <Notice live tone="problem" title={message} /> : null}
      <div>
        <Button tone="secondary" aria-disabled={isPending || text.trim() === ""} onClick={save}>
          {isPending ? words.saving : words.save}
        </Button>
      </div>
    </div>
  );
}

/** Gone at once; writing it again is one tap away. */
export function RemoveNote({
  noteId,
  text,
  subject,
  words,
}: {
  noteId: string;
  text: string;
  subject: Subject;
  words: Words;
}) {
  const [isPending, setPending] = useState(false);
  const remove = async () => {
    if (isPending) return;
    setPending(true);
    const outcome = await callAction(() => removeNoteAction({ noteId }));
    setPending(false);
    if (outcome.kind !== "done") {
      return toast(outcome.kind === "refused" ? outcome.message : words.offline, { tone: "problem" });
    }
    const input: WriteNoteInput = { ...subject, text };
    toast(words.removed, { undo: { label: words.undo, run: () => void callAction(() => writeNoteAction(input)) } });
  };
  return (
    <Button tone="quiet" aria-disabled={isPending} onClick={remove}>
      {words.remove}
    </Button>
  );
}
