import type { Draft } from "./draft";

const KEY = "mandap.desk.1";

/** What was typed before a refresh or a wrong click, in this tab only. */
export function readDraft(): Draft | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (typeof value !== "object" || value === null) return null;
    return Array.isArray(Reflect.get(value, "functions")) ? (value as Draft) : null;
  } catch {
    return null;
  }
}

export function keepDraft(draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(KEY, JSON.stringify(draft));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage it lasts as long as the page.
  }
}
