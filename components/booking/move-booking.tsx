"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { rescheduleBookingAction } from "@/lib/bookings/actions";
import type { WantedFunction } from "@/lib/bookings/input";
import { ActionBar } from "./action-bar";
import { callAction } from "./call-action";

type Props = {
  bookingId: string;
  functions: WantedFunction[];
  shownTotalPaise: number;
  bookingHref: string;
  words: Record<"difference" | "confirm" | "moving" | "offline", string>;
};

/** Moves the booking at the price that is shown; another price or a taken session is said, and nothing has changed. */
export function MoveBooking({ bookingId, functions, shownTotalPaise, bookingHref, words }: Props) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState("");
  const move = async () => {
    setPending(true);
    setMessage("");
    const outcome = await callAction(() => rescheduleBookingAction({ bookingId, functions, shownTotalPaise }));
    if (outcome.kind === "done") return router.replace(bookingHref);
    setPending(false);
    setMessage(outcome.kind === "refused" ? outcome.message : words.offline);
    router.refresh();
  };
  return (
    <>
      {message ? <Notice live tone="problem" title={message} /> : null}
      <ActionBar>
        <p className="min-w-0">{words.difference}</p>
        <Button size="lg" disabled={isPending} onClick={move} className="shrink-0">
          {isPending ? words.moving : words.confirm}
        </Button>
      </ActionBar>
    </>
  );
}
