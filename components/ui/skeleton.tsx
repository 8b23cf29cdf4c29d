/** Lines where text will stand; `label` tells a screen reader that it is on its way. */
export function Skeleton({ lines = 4, label }: { lines?: number; label: string }) {
  return (
    <div role="status" className="grid animate-pulse gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div key={line} aria-hidden="true" className="h-12 rounded-card bg-paper-2" />
      ))}
    </div>
  );
}
