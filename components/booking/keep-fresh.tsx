"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks again while something is awaited: a webhook, an answer. Rests while nobody looks, and gives up after a while. */
export function KeepFresh({ everySeconds, forMinutes }: { everySeconds: number; forMinutes: number }) {
  const router = useRouter();
  useEffect(() => {
    const until = Date.now() + forMinutes * 60_000;
    const timer = setInterval(() => {
      if (Date.now() > until) return clearInterval(timer);
      if (document.visibilityState === "visible" && navigator.onLine) router.refresh();
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [router, everySeconds, forMinutes]);
  return null;
}
