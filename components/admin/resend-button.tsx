"use client";

import { useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { resendMessageAction } from "@/lib/messages/actions";

type Props = { messageId: string; words: { resend: string; resending: string; resent: string; offline: string } };

export function ResendButton({ messageId, words }: Props) {
  const [isPending, setPending] = useState(false);
  const resend = async () => {
    if (isPending) return;
    setPending(true);
    const outcome = await callAction(() => resendMessageAction({ messageId }));
    setPending(false);
    if (outcome.kind === "done") return toast(words.resent);
    toast(outcome.kind === "refused" ? outcome.message : words.offline, { tone: "problem" });
  };
  return (
    <Button tone="secondary" aria-disabled={isPending} onClick={resend}>
      {isPending ? words.resending : words.resend}
    </Button>
  );
}
