"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isReached } from "@/components/site/reached";

/**
 * Asks again while something is awaited: a webhook, an answer. Rests while nobody looks and while the site does not answer, since
 * a refresh that is lost leaves the page, and a payment window on it; gives up after a while.
 */
export function KeepFresh({ everySeconds, forMinutes }: { everySeconds: number; forMinutes: number }) {
  const router = useRouter();
  useEffect(() => {
    const until = Date.now() + forMinutes * 60_000;
    let isAsking = false;
    let isOver = false;
    const timer = setInterval(async () => {
      if (Date.now() > until) return clearInterval(timer);
      if (isAsking || document.visibilityState !== "visible" || !navigator.onLine) return;
      isAsking = true;
      const isThere = await isReached();
      isAsking = false;
      if (isThere && !isOver) router.refresh();
    }, everySeconds * 1000);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [router, everySeconds, forMinutes]);
  return null;
}
