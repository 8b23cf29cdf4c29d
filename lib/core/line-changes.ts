import type { LocalText } from "./locale";
import type { Paise } from "./money";
import type { QuoteLine } from "./quote";

type Line = Pick<QuoteLine, "kind" | "refId" | "label" | "amountPaise">;

/** A line of a price before and after; null where there is none. */
export type LineChange = { label: LocalText; before: Paise | null; after: Paise | null };

/** What differs between two prices, line by line: what goes, what comes, what costs another amount. */
export function lineChanges(before: readonly Line[], after: readonly Line[]): LineChange[] {
  const left = [...before];
  const kept = after.flatMap((line): LineChange[] => {
    const same = left.findIndex(({ kind, refId }) => kind === line.kind && refId === line.refId);
    const [old] = same === -1 ? [] : left.splice(same, 1);
    if (!old) return [{ label: line.label, before: null, after: line.amountPaise }];
    return old.amountPaise === line.amountPaise
      ? []
      : [{ label: line.label, before: old.amountPaise, after: line.amountPaise }];
  });
  return [...left.map(({ label, amountPaise }) => ({ label, before: amountPaise, after: null })), ...kept];
}
