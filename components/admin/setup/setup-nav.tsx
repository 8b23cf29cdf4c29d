"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";

type Props = { label: string; base: string; items: readonly { path: string; text: string }[] };

/** The rooms of the set-up beside each other; the chosen venue goes along. */
export function SetupNav({ label, base, items }: Props) {
  const pathname = usePathname();
  const venue = useSearchParams().get("venue");
  const query = venue ? `?venue=${encodeURIComponent(venue)}` : "";
  return (
    <nav
      aria-label={label}
      className="-mx-4 mb-5 overflow-x-auto border-rule border-b px-4 md:-mx-8 md:px-8 print:hidden"
    >
      <ul className="flex w-max gap-x-1 md:w-auto md:flex-wrap">
        {items.map(({ path, text }) => {
          const href = `${base}/${path}`;
          return (
            <li key={path}>
              <Link
                href={`${href}${query}`}
                aria-current={pathname.endsWith(`/setup/${path}`) ? "page" : undefined}
                className="flex min-h-11 items-center whitespace-nowrap px-3 text-ink-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_-3px_0_var(--brand)]"
              >
                {text}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
