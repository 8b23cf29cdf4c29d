import type { ReactNode } from "react";
import { tv, type VariantProps } from "tailwind-variants/lite";

const notice = tv({
  base: "rounded-card border border-l-4 px-4 py-3 text-ink",
  variants: {
    tone: {
      info: "border-rule-2 border-l-indigo bg-indigo-soft",
      good: "border-rule-2 border-l-tulsi bg-tulsi-soft",
      warning: "border-rule-2 border-l-marigold bg-marigold-soft",
      problem: "border-rule-2 border-l-alert bg-alert-soft",
    },
  },
  defaultVariants: { tone: "info" },
});

type Props = VariantProps<typeof notice> & { title?: ReactNode; children?: ReactNode; live?: boolean };

/** A sentence that matters now. `live` reads it out when it appears. */
export function Notice({ tone, title, children, live = false }: Props) {
  const role = live ? (tone === "problem" ? "alert" : "status") : undefined;
  return (
    <div role={role} className={notice({ tone })}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children ? <div className="text-ink-2">{children}</div> : null}
    </div>
  );
}
