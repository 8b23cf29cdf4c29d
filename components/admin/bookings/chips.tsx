import Link from "next/link";

export type Chip = { key: string; href: string; label: string; count?: string | null; isOn: boolean };

/** A choice with everything in sight: each a link to the same list narrowed otherwise. */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ key, href, label: text, count, isOn }) => (
          <li key={key}>
            <Link
              href={href}
              scroll={false}
              aria-current={isOn ? "true" : undefined}
              className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-edge bg-card px-4 hover:bg-paper-2 aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
            >
              {text}
              {count ? <span className="font-semibold tabular-nums">{count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
