import type { Draft } from "./draft";

const KEY = "mandap.desk.1";

const LASTS_MS = 30 * 60_000;

/** What was typed in this tab before a refresh, or before a look at the diary; half an hour later it is somebody else's turn. */
export function readDraft(now: number): Draft | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (typeof value !== "object" || value === null) return null;
    const [at, draft]: unknown[] = [Reflect.get(value, "at"), Reflect.get(value, "draft")];
    if (typeof at !== "number" || at < now - LASTS_MS || typeof draft !== "object" || draft === null) return null;
    return Array.isArray(Reflect.get(draft, "functions")) ? (draft as Draft) : null;
  } catch {
    return null;
  }
}

export function keepDraft(draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(KEY, JSON.stringify({ at: Date.now(), draft }));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage it lasts as long as the page.
  }
}
