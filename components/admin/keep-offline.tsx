"use client";

import { useEffect } from "react";
import { isReached, SETTLES_MS } from "@/components/site/reached";

type Props = {
  /** Whose pages they are: those of another session are thrown away first. */
  session: string;
  /** Where today stands; the worker sees nothing outside of it. */
  today: string;
  diary: string;
};

const FIRST_AFTER_MS = 2000;
const EVERY_MS = 5 * 60_000;
/** How often the site is asked whether it is there. */
const ASK_EVERY_MS = 8000;
/** What the mark says on a page that was on show when the connection went; the worker's own mark says nothing. */
const HERE = "here";

/**
 * Keeps today and the diary readable without a connection, and shows by a mark on the page when there is none: at once
 * where the browser notices by itself, else with the next answer that does not come.
 */
export function KeepOffline({ session, today, diary }: Props) {
  useEffect(() => {
    const root = document.documentElement;
    const isKept = root.getAttribute("data-offline") === "";

    const keep = async () => {
      if (!navigator.onLine || document.visibilityState !== "visible" || !("serviceWorker" in navigator)) return;
      const shown = location.pathname === diary && location.search ? [diary + location.search] : [];
      await navigator.serviceWorker.register("/admin-worker.js", { scope: today });
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ type: "keep", session, pages: [today, diary, ...shown] });
    };
    // A browser that keeps nothing (a private window, no space left) works as ever while there is a connection.
    const tryToKeep = () => void keep().catch(() => undefined);

    const show = (isThere: boolean) => {
      if (isKept) return isThere ? location.reload() : undefined;
      if (!isThere) return root.setAttribute("data-offline", HERE);
      if (!root.hasAttribute("data-offline")) return;
      root.removeAttribute("data-offline");
      tryToKeep();
    };
    let isAsking = false;
    let isOver = false;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      if (isAsking || document.visibilityState !== "visible") return;
      isAsking = true;
      const isThere = navigator.onLine && (await isReached());
      isAsking = false;
      if (!isOver) show(isThere);
    };
    const onOffline = () => {
      clearTimeout(settling);
      show(false);
    };
    const onOnline = () => {
      if (!isKept) show(true);
      settling = setTimeout(ask, SETTLES_MS);
    };

    if (!navigator.onLine) onOffline();
    addEventListener("offline", onOffline);
    addEventListener("online", onOnline);
    document.addEventListener("visibilitychange", ask);
    const first = setTimeout(tryToKeep, FIRST_AFTER_MS);
    const timers = [setInterval(ask, ASK_EVERY_MS), setInterval(tryToKeep, EVERY_MS)];
    return () => {
      isOver = true;
      removeEventListener("offline", onOffline);
      removeEventListener("online", onOnline);
      document.removeEventListener("visibilitychange", ask);
      clearTimeout(first);
      clearTimeout(settling);
      for (const timer of timers) clearInterval(timer);
    };
  }, [session, today, diary]);
  return null;
}
