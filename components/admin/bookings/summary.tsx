import type { ReactNode } from "react";

/** What opens a `details`: the mark says that there is more. */
export function Summary({ children, isQuiet = false }: { children: ReactNode; isQuiet?: boolean }) {
  return (
    <summary
      className={`inline-flex min-h-11 cursor-pointer items-center gap-1.5 after:text-ink-3 after:content-['▾'/''] in-[details[open]]:after:content-['▴'/''] ${isQuiet ? "" : "font-semibold"}`}
    >
      {children}
    </summary>
  );
}
