"use client";

import { useSyncExternalStore } from "react";
import { Button } from "./button";

type Toast = { id: number; text: string; tone: "good" | "problem"; undo?: { label: string; run: () => void } };

const STAYS_MS = 8_000;
const NONE: readonly Toast[] = [];
let shown: readonly Toast[] = NONE;
let last = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  shown = next;
  for (const tell of listeners) tell();
}

const dismiss = (id: number) => show(shown.filter((one) => one.id !== id));

/** Says how something ended, wherever the reader has gone meanwhile; `undo` offers the way back while it shows. */
export function toast(text: string, options: Partial<Pick<Toast, "tone" | "undo">> = {}): void {
  last += 1;
  const id = last;
  show([...shown.slice(-2), { id, text, tone: "good", ...options }]);
  setTimeout(() => dismiss(id), STAYS_MS);
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

/** Once in a layout. Read out politely, above the bar at the bottom of a phone. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  );
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-40 grid justify-items-center gap-2 md:bottom-6 print:hidden"
    >
      {toasts.map(({ id, text, tone, undo }) => (
        <div
          key={id}
          className="pointer-events-auto flex max-w-xl items-center gap-3 rounded-card border border-rule-2 border-l-4 bg-card px-4 py-2.5 shadow-lg data-[tone=good]:border-l-tulsi data-[tone=problem]:border-l-alert"
          data-tone={tone}
        >
          <p>{text}</p>
          {undo ? (
            <Button
              tone="quiet"
              onClick={() => {
                undo.run();
                dismiss(id);
              }}
            >
              {undo.label}
            </Button>
          ) : null}
        </div>
      ))}
    </div>
  );
}
