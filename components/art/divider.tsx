/** The ornament between two parts of a printed card. */
export function Divider({ className = "" }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 160 16" className={`h-4 w-40 ${className}`}>
      <path d="M0 8H58M102 8H160" stroke="var(--rule-2)" />
      <path
        d="M66 8q7 -7 14 0q7 7 14 0M66 8q7 7 14 0q7 -7 14 0"
        fill="none"
        stroke="var(--marigold)"
        strokeWidth="1.2"
      />
      <circle cx="80" cy="8" r="2.6" fill="var(--brand)" />
      <circle cx="61" cy="8" r="1.6" fill="var(--marigold)" />
      <circle cx="99" cy="8" r="1.6" fill="var(--marigold)" />
    </svg>
  );
}
