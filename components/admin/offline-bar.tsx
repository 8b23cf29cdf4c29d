/** Shown while there is no connection, without any script: the mark on `<html>` is set by who knows. */
export function OfflineBar({ text }: { text: string }) {
  return (
    <p
      role="status"
      className="sticky top-2 z-30 mb-4 hidden rounded-card border border-marigold bg-marigold-soft px-4 py-2.5 font-semibold text-marigold-ink [html[data-offline]_&]:block"
    >
      {text}
    </p>
  );
}
