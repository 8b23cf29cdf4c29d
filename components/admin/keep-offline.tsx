"use client";

import { useEffect } from "react";

type Props = {
  /** Whose pages they are: those of another session are thrown away first. */
  session: string;
  /** Where today stands; the worker sees nothing outside of it. */
  today: string;
  diary: string;
};

const FIRST_AFTER_MS = 2000;
const EVERY_MS = 5 * 60_000;
const ASK_AGAIN_MS = 15_000;

/** Keeps today and the diary readable without a connection, and shows by a mark on the page when there is none. */
export function KeepOffline({ session, today, diary }: Props) {
  useEffect(() => {
    const root = document.documentElement;
    const isKept = root.hasAttribute("data-offline");

    const keep = async () => {
      if (!navigator.onLine || document.visibilityState !== "visible" || !("serviceWorker" in navigator)) return;
      const shown = location.pathname === diary && location.search ? [diary + location.search] : [];
      await navigator.serviceWorker.register("/admin-worker.js", { scope: today });
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ type: "keep", session, pages: [today, diary, ...shown] });
    };
    // A browser that keeps nothing (a private window, no space left) works as ever while there is a connection.
    const tryToKeep = () => void keep().catch(() => undefined);

    const askAgain = async () => {
      const answer = await fetch("/manifest.webmanifest", { cache: "no-store" }).catch(() => null);
      if (answer?.ok) location.reload();
    };
    const onOffline = () => root.setAttribute("data-offline", "");
    const onOnline = () => (isKept ? void askAgain() : root.removeAttribute("data-offline"));

    if (!navigator.onLine) onOffline();
    addEventListener("offline", onOffline);
    addEventListener("online", onOnline);
    const first = setTimeout(tryToKeep, FIRST_AFTER_MS);
    const again = isKept ? setInterval(askAgain, ASK_AGAIN_MS) : setInterval(tryToKeep, EVERY_MS);
    return () => {
      removeEventListener("offline", onOffline);
      removeEventListener("online", onOnline);
      clearTimeout(first);
      clearInterval(again);
    };
  }, [session, today, diary]);
  return null;
}
