"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { ActionBar } from "./action-bar";
import { readDraft } from "./draft";
import { noteAccepted } from "./hold-key";
import { type HoldWish, useHold } from "./use-hold";

export type ConfirmWords = {
  accept: string;
  acceptFirst: string;
  hold: string;
  holding: string;
  logIn: string;
  offline: string;
  refused: string;
};

type Props = {
  wish: Omit<HoldWish, "eventTitle" | "specialRequests" | "termsAccepted">;
  isSignedIn: boolean;
  loginHref: string;
  eventHref: string;
  bookingsPath: string;
  words: ConfirmWords;
  /** The total, beside the button. */
  total: ReactNode;
};

/** The last word before a date is held: terms, then the button. Whoever is not known yet goes by the login. */
export function ConfirmHold({ wish, isSignedIn, loginHref, eventHref, bookingsPath, words, total }: Props) {
  const router = useRouter();
  const [isMissing, setMissing] = useState(false);
  const goOn = useCallback((id: string) => router.push(`${bookingsPath}/${id}/pay`), [router, bookingsPath]);
  const { state, hold } = useHold(goOn);
  const isPending = state.kind === "pending";

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!new FormData(form).has("accept")) {
      form.querySelector<HTMLInputElement>("input[name=accept]")?.focus();
      return setMissing(true);
    }
    const draft = readDraft();
    if (draft.title.trim() === "") return router.push(eventHref);
    if (!isSignedIn) {
      noteAccepted(JSON.stringify(wish));
      return router.push(loginHref);
    }
    void hold({
      ...wish,
      eventTitle: draft.title.trim(),
      ...(draft.wishes.trim() ? { specialRequests: draft.wishes.trim() } : {}),
      termsAccepted: true,
    });
  };

  return (
    <form method="post" onSubmit={submit} noValidate className="contents">
      <Checkbox
        name="accept"
        label={words.accept}
        error={isMissing ? words.acceptFirst : undefined}
        onChange={() => setMissing(false)}
      />
      {state.kind === "offline" ? <Notice live tone="problem" title={words.offline} /> : null}
      {state.kind === "refused" ? <Notice live tone="problem" title={state.message || words.refused} /> : null}
      <ActionBar>
        {total}
        <Button type="submit" size="lg" disabled={isPending} className="shrink-0">
          {isPending ? words.holding : isSignedIn ? words.hold : words.logIn}
        </Button>
      </ActionBar>
    </form>
  );
}
