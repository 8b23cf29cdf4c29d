import type { ReactNode } from "react";

/** Sticks to the bottom, in reach of a thumb: a figure on one side, the one thing to do on the other. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-4 flex flex-wrap items-center justify-between gap-3 border-t border-rule-2 bg-card px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:mx-0 md:rounded-t-card md:border-x md:px-6 print:hidden">
      {children}
    </div>
  );
}
