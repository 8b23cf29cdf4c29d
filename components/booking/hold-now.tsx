"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { readDraft } from "./draft";
import { hasAccepted } from "./hold-key";
import { type HoldWish, useHold } from "./use-hold";

type Props = {
  wish: Omit<HoldWish, "eventTitle" | "specialRequests" | "termsAccepted">;
  /** Where a refusal is explained, with what is free instead. */
  reviewHref: string;
  eventHref: string;
  bookingsPath: string;
  words: { holding: string; offline: string; again: string };
};

/** Straight after the login, the date that was accepted on the review is held; nobody has to press again. */
export function HoldNow({ wish, reviewHref, eventHref, bookingsPath, words }: Props) {
  const router = useRouter();
  // In place of the login, so that "back" from the payment leads to the review and not through here again.
  const goOn = useCallback((id: string) => router.replace(`${bookingsPath}/${id}/pay`), [router, bookingsPath]);
  const { state, hold } = useHold(goOn);
  const hasStarted = useRef(false);

  const start = useCallback(() => {
    if (!hasAccepted(JSON.stringify(wish))) return router.replace(reviewHref);
    const { title, wishes } = readDraft();
    if (title.trim() === "") return router.replace(eventHref);
    void hold({
      ...wish,
      eventTitle: title.trim(),
      ...(wishes.trim() ? { specialRequests: wishes.trim() } : {}),
      termsAccepted: true,
    });
  }, [hold, wish, router, eventHref, reviewHref]);

  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    start();
  }, [start]);

  useEffect(() => {
    if (state.kind === "refused") router.replace(`${reviewHref}&refused=${state.code}`);
  }, [state, router, reviewHref]);

  if (state.kind !== "offline") return <Notice live title={words.holding} />;
  return (
    <div className="grid grid-cols-1 gap-3">
      <Notice live tone="problem" title={words.offline} />
      <Button size="lg" onClick={start}>
        {words.again}
      </Button>
    </div>
  );
}
