/** Keeps the room of what is on its way, so that nothing jumps. Give it the size with classes. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={`block animate-pulse rounded-card bg-paper-2 ${className}`} />;
}
