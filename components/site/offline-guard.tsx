"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { onceReached } from "./reached";

/**
 * Without a connection a link or a step forward would end on the browser's own page, with all that was typed behind it:
 * here it stays, and says so. What answers in place (`data-here`) and what saves tell for themselves how they fared.
 */
export function OfflineGuard({ text }: { text: string }) {
  const router = useRouter();
  const [isOffline, setIsOffline] = useState(false);
  useEffect(() => {
    let giveUp = () => {};
    const onOffline = () => {
      giveUp();
      setIsOffline(true);
    };
    const onOnline = () => {
      giveUp();
      setIsOffline(false);
      // A refresh that gets no answer leaves the page as a link would.
      giveUp = onceReached(() => router.refresh());
    };
    const stay = (event: Event) => {
      if (navigator.onLine || !(event.target instanceof Element) || !leadsAway(event.target, event.type)) return;
      event.preventDefault();
      event.stopPropagation();
      setIsOffline(true);
    };
    if (!navigator.onLine) onOffline();
    addEventListener("offline", onOffline);
    addEventListener("online", onOnline);
    // Before React and the router hear of it.
    addEventListener("click", stay, true);
    addEventListener("submit", stay, true);
    return () => {
      giveUp();
      removeEventListener("offline", onOffline);
      removeEventListener("online", onOnline);
      removeEventListener("click", stay, true);
      removeEventListener("submit", stay, true);
    };
  }, [router]);
  return (
    <p
      role="status"
      className={
        isOffline
          ? "fixed inset-x-0 top-0 z-40 border-marigold border-b bg-marigold-soft px-4 py-2.5 text-center font-semibold text-marigold-ink print:hidden"
          : "sr-only"
      }
    >
      {isOffline ? text : ""}
    </p>
  );
}

/** A link to another page of the site, or a form whose answer is one. */
function leadsAway(target: Element, type: string): boolean {
  if (type === "submit") return target.getAttribute("action")?.startsWith("/") ?? false;
  const link = target.closest("a");
  const href = link?.getAttribute("href") ?? "";
  return href.startsWith("/") && !link?.hasAttribute("data-here") && link?.target !== "_blank";
}
