import { Summary } from "@/components/admin/bookings/summary";

type Values = Record<string, unknown> | null;
type Props = { before: Values; after: Values; words: Record<"details" | "before" | "after", string> };

/** What changed, field by field, as it was written down. */
export function ChangeDetails({ before, after, words }: Props) {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (key) => said(before?.[key]) !== "" || said(after?.[key]) !== "",
  );
  if (keys.length === 0) return null;
  return (
    <details className="text-[0.9375rem] text-ink-2">
      <Summary isQuiet>{words.details}</Summary>
      <dl className="grid gap-1 text-left">
        {keys.map((key) => (
          <div key={key} className="break-words">
            <dt className="inline font-semibold">{key}: </dt>
            <dd className="inline">
              {before?.[key] !== undefined ? (
                <del>
                  <span className="sr-only">{words.before} </span>
                  {said(before[key])}
                </del>
              ) : null}{" "}
              {after?.[key] !== undefined ? (
                <span>
                  <span className="sr-only">{words.after} </span>
                  {said(after[key])}
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function said(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}
