import Link from "next/link";
import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card";

type Props = { title: ReactNode; change?: { href: string; label: string }; children: ReactNode };

/** A titled card; `change` leads to where its content was chosen. */
export function Section({ title, change, children }: Props) {
  const id = useId();
  return (
    <Card>
      <section aria-labelledby={id} className="grid grid-cols-1 gap-2">
        <div className="flex items-baseline justify-between gap-3">
          <h2 id={id} className="text-xl">
            {title}
          </h2>
          {change ? (
            <Link href={change.href} className="text-link inline-flex min-h-11 items-center">
              {change.label}
            </Link>
          ) : null}
        </div>
        {children}
      </section>
    </Card>
  );
}
