"use client";

import { useEffect, useState } from "react";

type Props = {
  /** ISO instant at which it ends. */
  endsAt: string;
  /** Minutes and seconds left, in the digits of the page: the digit characters 0 to 9. */
  digits: string;
  /** Read out as a sentence once a minute, "{minutes}" replaced. */
  spoken: string;
  onEnd?: () => void;
};

/** Counts down in mm:ss. What it counts, and what happens then, is said by whoever shows it. */
export function Timer({ endsAt, digits, spoken, onEnd }: Props) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((Date.parse(endsAt) - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) {
        clearInterval(timer);
        onEnd?.();
      }
    };
    const timer = setInterval(tick, 1000);
    tick();
    return () => clearInterval(timer);
  }, [endsAt, onEnd]);

  const write = (value: number) =>
    [...String(value).padStart(2, "0")].map((each) => digits[Number(each)] ?? each).join("");
  const minutes = left === null ? 0 : Math.floor(left / 60);
  return (
    <span className="inline-block min-w-[5ch] font-semibold tabular-nums">
      <span aria-hidden="true">{left === null ? "--:--" : `${write(minutes)}:${write(left % 60)}`}</span>
      <span role="timer" className="sr-only">
        {left === null ? "" : spoken.replace("{minutes}", String(minutes))}
      </span>
    </span>
  );
}
