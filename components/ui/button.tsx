import Link from "next/link";
import type { ComponentProps } from "react";
import { tv, type VariantProps } from "tailwind-variants/lite";

export const button = tv({
  base: [
    "inline-flex cursor-pointer items-center justify-center gap-2 rounded-card border text-center font-semibold leading-tight no-underline",
    "transition-[filter,background-color] disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
  ],
  variants: {
    tone: {
      primary: "border-brand bg-brand text-brand-ink hover:brightness-108 active:brightness-95",
      secondary: "border-edge bg-card text-ink hover:bg-paper-2",
      quiet: "border-transparent bg-transparent text-ink hover:bg-paper-2",
      danger: "border-alert bg-transparent text-alert hover:bg-alert-soft",
    },
    size: { md: "min-h-11 px-4 py-2 text-base", lg: "min-h-13 px-6 py-3 text-[1.0625rem]" },
    wide: { true: "w-full" },
  },
  defaultVariants: { tone: "primary", size: "md" },
});

type Look = VariantProps<typeof button>;

export function Button({ tone, size, wide, className, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={button({ tone, size, wide, class: className })} {...rest} />;
}

/** A place to go that looks like a button. Inside the site it is Next's link, elsewhere (tel:, https:) a plain one. */
export function LinkButton({ tone, size, wide, className, href, ...rest }: ComponentProps<typeof Link> & Look) {
  const look = button({ tone, size, wide, class: className });
  if (typeof href === "string" && !href.startsWith("/")) return <a className={look} href={href} {...rest} />;
  return <Link className={look} href={href} {...rest} />;
}
