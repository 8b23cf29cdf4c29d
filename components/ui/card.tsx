import type { ComponentProps } from "react";
import { tv, type VariantProps } from "tailwind-variants/lite";

const card = tv({
  base: "rounded-card border",
  variants: {
    tone: {
      plain: "border-rule bg-card",
      auspicious: "border-marigold bg-marigold-soft",
      sunk: "border-rule bg-paper-2",
    },
    padded: { true: "p-4 md:p-6", false: "" },
  },
  defaultVariants: { tone: "plain", padded: true },
});

export function Card({ tone, padded, className, ...rest }: ComponentProps<"div"> & VariantProps<typeof card>) {
  return <div className={card({ tone, padded, class: className })} {...rest} />;
}
