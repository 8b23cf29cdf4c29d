import "server-only";
import { createHash } from "node:crypto";
import { canonical } from "@/lib/core/canonical";
import { AppError } from "@/lib/errors";

type Values = Record<string, unknown>;

/** Only what differs, for the history; null where nothing does. */
export function whatChanged(before: Values, after: Values): { before: Values; after: Values } | null {
  const keys = Object.keys(after).filter((key) => canonical(before[key]) !== canonical(after[key]));
  if (keys.length === 0) return null;
  const only = (values: Values) => Object.fromEntries(keys.map((key) => [key, values[key] ?? null]));
  return { before: only(before), after: only(after) };
}

/** A form carries it: what its values were when they were shown. */
export function fingerprint(values: unknown): string {
  return createHash("sha256").update(canonical(values)).digest("hex").slice(0, 32);
}

/** @throws AppError CHANGED_MEANWHILE where somebody else saved since a form was shown */
export function assertSeen(seen: string | undefined, current: unknown): void {
  if (seen !== undefined && seen !== fingerprint(current)) throw new AppError("CHANGED_MEANWHILE");
}
