"use client";

import { useState } from "react";
import { callAction } from "@/components/booking/call-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { completeBookingAction } from "@/lib/bookings/actions";
import { fill } from "@/lib/i18n/plain-text";

type Props = {
  bookingId: string;
  number: string;
  words: Record<"complete" | "completing" | "completed" | "offline", string>;
};

/** After the last function; the clock does the same by itself within the hour. */
export function CompleteBooking({ bookingId, number, words }: Props) {
  const [isPending, setPending] = useState(false);
  const complete = async () => {
    if (isPending) return;
    setPending(true);
    const outcome = await callAction(() => completeBookingAction({ bookingId }));
    setPending(false);
    if (outcome.kind === "done") return toast(fill(words.completed, { number }));
    toast(outcome.kind === "refused" ? outcome.message : words.offline, { tone: "problem" });
  };
  return (
    <Button tone="secondary" aria-disabled={isPending} onClick={complete}>
      {isPending ? words.completing : words.complete}
    </Button>
  );
}
