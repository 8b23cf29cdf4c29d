import type { ReactNode } from "react";

type Props = { title: string; id?: string; children: ReactNode };

/** One of the few things that a booking is made of. */
export function Part({ title, id, children }: Props) {
  return (
    <section id={id} aria-label={title} className="grid scroll-mt-4 gap-4">
      <h2 className="border-rule-2 border-b pb-1 text-xl">{title}</h2>
      {children}
    </section>
  );
}
