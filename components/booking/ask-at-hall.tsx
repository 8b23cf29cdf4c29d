"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { submitBookingAction } from "@/lib/bookings/actions";
import { callAction } from "./call-action";

type Props = {
  bookingId: string;
  bookingHref: string;
  tone: "primary" | "secondary";
  words: { ask: string; asking: string; offline: string };
};

/** Turns the hold into a request that the hall answers. A second tap finds it sent. */
export function AskAtHall({ bookingId, bookingHref, tone, words }: Props) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState("");
  const ask = async () => {
    setPending(true);
    setMessage("");
    const outcome = await callAction(() => submitBookingAction({ bookingId }));
    if (outcome.kind === "done" || (outcome.kind === "refused" && outcome.code === "WRONG_STATUS")) {
      return router.replace(bookingHref);
    }
    setMessage(outcome.kind === "refused" ? outcome.message : words.offline);
    setPending(false);
  };
  return (
    <div className="grid grid-cols-1 gap-2">
      <Button tone={tone} size="lg" wide disabled={isPending} onClick={ask}>
        {isPending ? words.asking : words.ask}
      </Button>
      <p role="alert" className="text-alert empty:hidden">
        {message}
      </p>
    </div>
  );
}
