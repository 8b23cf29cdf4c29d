import Link from "next/link";
import type { ReactNode } from "react";

type Props = { href: string; title: ReactNode; detail: ReactNode; aside: ReactNode; isUrgent?: boolean };

/** One thing that waits, leading to where it is handled. */
export function MatterRow({ href, title, detail, aside, isUrgent = false }: Props) {
  return (
    <Link
      href={href}
      className="flex min-h-14 items-center justify-between gap-4 border-rule border-t py-2 hover:bg-paper-2"
    >
      <span className="min-w-0">
        <b className="block">{title}</b>
        <span className="text-[0.9375rem] text-ink-2">{detail}</span>
      </span>
      <span className={`shrink-0 text-right ${isUrgent ? "font-semibold text-brand" : ""}`}>{aside}</span>
    </Link>
  );
}
