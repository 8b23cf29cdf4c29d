"use client";

import { useEffect, useState } from "react";

/** Counts down from `seconds` to 0, by the clock: a phone that slept in between is not late. */
export function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = Date.now() + seconds * 1000;
    setLeft(seconds);
    const timer = setInterval(() => {
      const now = Math.max(Math.ceil((end - Date.now()) / 1000), 0);
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
