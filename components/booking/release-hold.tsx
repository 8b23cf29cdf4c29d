"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cancelBookingAction } from "@/lib/bookings/actions";
import { callAction } from "./call-action";
import { forgetHoldKey } from "./hold-key";

export type ReleaseWords = { release: string; releasing: string; offline: string };
type Props = { bookingId: string; words: ReleaseWords; then?: string };

/** Gives a held date back. Nothing is lost but the hold, so it does not ask twice. */
export function ReleaseHold({ bookingId, words, then }: Props) {
  const router = useRouter();
  const [state, setState] = useState<"idle" | "pending" | "failed">("idle");
  const [message, setMessage] = useState("");
  const release = async () => {
    setState("pending");
    const outcome = await callAction(() => cancelBookingAction({ bookingId }));
    if (outcome.kind === "done" || (outcome.kind === "refused" && outcome.code === "WRONG_STATUS")) {
      forgetHoldKey();
      if (then) router.replace(then);
      else router.refresh();
      return;
    }
    setMessage(outcome.kind === "refused" ? outcome.message : words.offline);
    setState("failed");
  };
  return (
    <>
      <Button tone="secondary" disabled={state === "pending"} onClick={release}>
        {state === "pending" ? words.releasing : words.release}
      </Button>
      <span role="alert" className="basis-full text-alert empty:hidden">
        {state === "failed" ? message : ""}
      </span>
    </>
  );
}
