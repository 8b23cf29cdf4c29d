"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Locale } from "@/lib/core/locale";
import { formatNumber } from "@/lib/core/money";
import { fill } from "@/lib/i18n/plain-text";
import type { ImportProgress } from "@/lib/imports/types";
import type { ImportWords } from "./problem-text";

type Props = { importId: string; begun: ImportProgress; locale: Locale; words: ImportWords["progress"] };

const EVERY_MS = 1000;

/** Asks how far the work is, and for the page anew when it is over. The bar is the worker's: to look does not move it. */
export function LiveProgress({ importId, begun, locale, words }: Props) {
  const router = useRouter();
  const [{ done, total }, setSeen] = useState(begun);
  const { status } = begun;
  useEffect(() => {
    const leaving = new AbortController();
    let timer = setTimeout(look, EVERY_MS);
    async function look() {
      try {
        const response = await fetch(`/api/admin/imports/${importId}/progress`, { signal: leaving.signal });
        const { data }: { data?: ImportProgress } = await response.json();
        if (data) setSeen(data);
        if (data && data.status !== status) router.refresh();
      } catch {
        // No answer this time: the next one tells.
      }
      if (!leaving.signal.aborted) timer = setTimeout(look, EVERY_MS);
    }
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [importId, status, router]);

  const text = fill(status === "undoing" ? words.undoing : words.running, {
    done: formatNumber(done, locale),
    total: formatNumber(total, locale),
  });
  return (
    <>
      <progress
        aria-label={words.label}
        aria-valuetext={text}
        max={Math.max(1, total)}
        value={done}
        className="h-3 w-full appearance-none overflow-hidden rounded-full border border-edge bg-paper-2 [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-paper-2 [&::-webkit-progress-value]:bg-brand"
      />
      <p role="status">{text}</p>
    </>
  );
}
