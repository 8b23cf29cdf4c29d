"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { holdBookingAction } from "@/lib/bookings/actions";
import type { HoldBookingInput } from "@/lib/bookings/input";
import type { ErrorCode } from "@/lib/errors";
import { callAction } from "./call-action";
import { holdKeyOf } from "./hold-key";

export type HoldWish = Omit<HoldBookingInput, "idempotencyKey">;
export type HoldState =
  | { kind: "idle" | "pending" | "offline" }
  | { kind: "refused"; code: ErrorCode; message: string };

const IN_FLIGHT_TRIES = 5;
const IN_FLIGHT_PAUSE_MS = 1200;

/** Holds a wish once, however often it is asked for, then goes on to the payment. */
export function useHold(goOn: (bookingId: string) => void) {
  const router = useRouter();
  const [state, setState] = useState<HoldState>({ kind: "idle" });
  const isBusy = useRef(false);

  const hold = useCallback(
    async (wish: HoldWish) => {
      if (isBusy.current) return;
      isBusy.current = true;
      setState({ kind: "pending" });
      const input = { ...wish, idempotencyKey: holdKeyOf(JSON.stringify(wish)) };
      const outcome = await holdPatiently(input);
      isBusy.current = false;
      if (outcome.kind === "done") {
        goOn(outcome.data.bookingId);
        // What the browser keeps of the steps and the calendar is from before the hold.
        return router.refresh();
      }
      setState(outcome);
      if (outcome.kind === "refused") router.refresh();
    },
    [router, goOn],
  );
  return { state, hold };
}

/** The same key still at work, from another tab or before a lost connection, is waited for. */
async function holdPatiently(input: HoldBookingInput) {
  for (let left = IN_FLIGHT_TRIES; ; left--) {
    const outcome = await callAction(() => holdBookingAction(input));
    const isInFlight = outcome.kind === "refused" && outcome.code === "IDEMPOTENCY_IN_FLIGHT";
    if (!isInFlight || left === 0) return outcome;
    await new Promise((resolve) => setTimeout(resolve, IN_FLIGHT_PAUSE_MS));
  }
}
