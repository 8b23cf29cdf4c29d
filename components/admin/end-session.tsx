"use client";

import { useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { endSessionsAction } from "@/lib/people/actions";

type Props = { sessionId?: string; label: string; words: { ended: string; offline: string } };

/** Ends one login, or without an id every other one. */
export function EndSession({ sessionId, label, words }: Props) {
  const [isPending, setPending] = useState(false);
  const end = async () => {
    if (isPending) return;
    setPending(true);
    const outcome = await callAction(() => endSessionsAction(sessionId ? { sessionId } : {}));
    setPending(false);
    if (outcome.kind === "done") return toast(words.ended);
    toast(outcome.kind === "refused" ? outcome.message : words.offline, { tone: "problem" });
  };
  return (
    <Button tone="secondary" aria-disabled={isPending} onClick={end}>
      {label}
    </Button>
  );
}
