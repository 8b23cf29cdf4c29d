import type { ReactNode } from "react";

/** All drawings share one sheet, 640 × 360, and the colours of the page: they follow light, dark and the hall's own. */
export function Frame({ children, className = "" }: { children: ReactNode; className?: string | undefined }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 640 360"
      preserveAspectRatio="xMidYMid slice"
      className={`block h-full w-full bg-paper-2 ${className}`}
    >
      {children}
    </svg>
  );
}
