import type { ReactNode } from "react";
import { tv, type VariantProps } from "tailwind-variants/lite";

const tag = tv({
  base: "inline-flex items-center gap-1.5 rounded-full px-3 py-0.5 text-[0.875rem] font-semibold",
  variants: {
    tone: {
      plain: "bg-paper-2 text-ink-2",
      good: "bg-tulsi-soft text-tulsi",
      auspicious: "bg-marigold-soft text-marigold-ink",
      waiting: "bg-indigo-soft text-indigo",
      ended: "bg-alert-soft text-alert",
    },
  },
  defaultVariants: { tone: "plain" },
});

export function Tag({ tone, children }: VariantProps<typeof tag> & { children: ReactNode }) {
  return <span className={tag({ tone })}>{children}</span>;
}
