import { type ReactNode, useId } from "react";

type Props = { title: ReactNode; count?: string | null; more?: ReactNode; children: ReactNode };

/** One matter of a page: its name, how many wait, and the list. */
export function Panel({ title, count, more, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-card border border-rule bg-paper p-4 md:p-5">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 id={id} className="text-xl">
          {title} {count ? <span className="font-sans text-base font-semibold text-brand">{count}</span> : null}
        </h2>
        {more}
      </div>
      {children}
    </section>
  );
}
