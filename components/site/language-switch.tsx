"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type MouseEvent, useEffect, useState } from "react";
import { LOCALES, type Locale } from "@/lib/core/locale";
import { inLocale } from "@/lib/i18n/paths";

const NAMES = {
  mr: { full: "मराठी", short: "मराठी" },
  hi: { full: "हिन्दी", short: "हिन्दी" },
  en: { full: "English", short: "EN" },
} as const satisfies Record<Locale, { full: string; short: string }>;

type Props = { locale: Locale; path: string; label: string; locales?: readonly Locale[] };

/** The same page and query in another language. The links work as they are; a script keeps them up with where one goes. */
export function LanguageSwitch({ locale, path, label, locales = LOCALES }: Props) {
  const [here, setHere] = useState(path);
  const pathname = usePathname();
  const query = useSearchParams().toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the two say when the address has changed
  useEffect(() => setHere(window.location.pathname + window.location.search), [pathname, query]);
  // What was typed a moment ago may be newer in the address than here.
  const follow = (event: MouseEvent<HTMLAnchorElement>, target: Locale) => {
    event.currentTarget.href = inLocale(target, window.location.pathname + window.location.search);
  };
  return (
    <nav aria-label={label} className="flex items-center text-[0.9375rem]">
      {locales.map((each) => (
        <a
          key={each}
          href={inLocale(each, here)}
          hrefLang={each}
          lang={each}
          aria-label={NAMES[each].full}
          aria-current={each === locale ? "true" : undefined}
          onClick={(event) => follow(event, each)}
          // An English page does not load all of Devanagari for two words: they have a small file of their own.
          style={locale === "en" && each !== "en" ? { fontFamily: '"Language Names", var(--sans)' } : undefined}
          className="group grid min-h-11 place-items-center px-2 text-ink-2 first:pl-0 last:pr-0 aria-[current]:font-semibold aria-[current]:text-ink"
        >
          <span className="border-b-2 border-transparent px-0.5 group-aria-[current]:border-brand">
            {NAMES[each].short}
          </span>
        </a>
      ))}
    </nav>
  );
}
