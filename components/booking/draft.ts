"use client";

import { useSyncExternalStore } from "react";

/** What is personal about an event. It stays in this browser until it is held, and never stands in an address. */
export type Draft = { title: string; wishes: string };

const KEY = "mandap.draft";
const EMPTY: Draft = { title: "", wishes: "" };
const listeners = new Set<() => void>();
let known: { text: string | null; draft: Draft } = { text: null, draft: EMPTY };

/** The browser's draft; null while the page comes from the server. */
export function useDraft(): Draft | null {
  return useSyncExternalStore<Draft | null>(subscribe, readDraft, () => null);
}

export function saveDraft(draft: Draft): void {
  write(KEY, JSON.stringify(draft));
  for (const listener of listeners) listener();
}

export function readDraft(): Draft {
  const text = read(KEY);
  if (text === known.text) return known.draft;
  known = { text, draft: parse(text) };
  return known.draft;
}

function parse(text: string | null): Draft {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    if (typeof value !== "object" || value === null) return EMPTY;
    const field = (name: string) => {
      const found: unknown = Reflect.get(value, name);
      return typeof found === "string" ? found : "";
    };
    return { title: field("title"), wishes: field("wishes") };
  } catch {
    return EMPTY;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

// A browser may refuse storage (private mode, full): then the words last as long as the page.
const memory = new Map<string, string>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key: string, text: string): void {
  memory.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // Kept in memory above.
  }
}

export function forgetDraft(): void {
  memory.delete(KEY);
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
  for (const listener of listeners) listener();
}
