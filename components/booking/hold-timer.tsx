"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/core/locale";
import { digits, fill } from "@/lib/i18n/plain-text";

type Props = {
  /** ISO instants: when the hold lapses, and what the server's clock said with this page. */
  endsAt: string;
  serverNow: string;
  locale: Locale;
  words: { left: string; minutesLeft: string; oneMinuteLeft: string; over: string };
};

const ANNOUNCE_AT = [5, 1];
/** Less than this between the two clocks is the page's own way here. */
const TRUSTED_SKEW_MS = 20_000;

/** How long a date stays held, by the server's clock. Said aloud at five minutes, at one, and at the end. */
export function HoldTimer({ endsAt, serverNow, locale, words }: Props) {
  const router = useRouter();
  const [seconds, setSeconds] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const lastMinute = useRef<number | null>(null);

  useEffect(() => {
    const skew = Date.parse(serverNow) - Date.now();
    const offset = Math.abs(skew) > TRUSTED_SKEW_MS ? skew : 0;
    const tick = () => {
      const left = Math.max(0, Math.ceil((Date.parse(endsAt) - Date.now() - offset) / 1000));
      setSeconds(left);
      const minute = Math.ceil(left / 60);
      const before = lastMinute.current ?? minute;
      lastMinute.current = minute;
      // A phone that slept over a mark is told where it woke up.
      if (left > 0 && ANNOUNCE_AT.some((mark) => minute <= mark && mark < before)) {
        setSaid(minute === 1 ? words.oneMinuteLeft : fill(words.minutesLeft, { minutes: digits(minute, locale) }));
      }
      if (left > 0) return;
      clearInterval(timer);
      setSaid(words.over);
      // The server decides; its clock may be a breath behind this one.
      refreshing = setTimeout(() => router.refresh(), 500);
    };
    let refreshing: ReturnType<typeof setTimeout> | undefined;
    const timer = setInterval(tick, 1000);
    tick();
    return () => {
      clearInterval(timer);
      clearTimeout(refreshing);
    };
  }, [endsAt, serverNow, locale, words, router]);

  const two = (value: number) => digits(String(value).padStart(2, "0"), locale);
  const clock = seconds === null ? "––:––" : `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  return (
    <p className="flex items-baseline gap-2">
      <span className="text-ink-2">{words.left}</span>
      <b role="timer" className={`text-[1.5rem] tabular-nums ${seconds !== null && seconds <= 60 ? "text-brand" : ""}`}>
        {clock}
      </b>
      <span className="sr-only" aria-live="assertive">
        {said}
      </span>
    </p>
  );
}
