import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { LanguageSwitch } from "./language-switch";

type Props = {
  name: string;
  /** The picture beside the name, where the hall has one. */
  logoId: string | null;
  locale: Locale;
  locales: readonly Locale[];
  path: string;
};

export async function SiteHeader({ name, logoId, locale, locales, path }: Props) {
  const t = await getTranslations("site");
  const links = [
    { href: localePath(locale, "/"), text: t("nav.dates") },
    { href: localePath(locale, "/bookings"), text: t("nav.bookings") },
    { href: localePath(locale, "/policies"), text: t("nav.policies") },
  ];
  return (
    <header className="border-b border-rule print:hidden">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-card focus:p-3">
        {t("skip")}
      </a>
      <div className="wrap flex flex-wrap items-center gap-x-6 md:py-1.5">
        <Link
          href={localePath(locale, "/")}
          className="flex min-h-13 min-w-[min(8rem,100%)] flex-1 items-center gap-2.5 font-serif text-[1.1875rem] leading-tight md:text-[1.375rem]"
        >
          {logoId ? (
            // biome-ignore lint/performance/noImgElement: it is small already, and the same for every screen
            <img src={`/api/logo?v=${logoId}`} alt="" className="h-10 max-w-24 object-contain" />
          ) : null}
          {name}
        </Link>
        <div className="md:order-3">
          {locales.length > 1 ? (
            <LanguageSwitch locale={locale} path={path} label={t("languages")} locales={locales} />
          ) : null}
        </div>
        <nav
          aria-label={t("nav.label")}
          className="-mx-4 flex flex-[1_0_calc(100%+2rem)] flex-wrap gap-x-6 border-t border-rule px-4 text-[0.9375rem] md:order-2 md:mx-0 md:flex-none md:border-0 md:px-0"
        >
          {links.map(({ href, text }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className="flex min-h-11 items-center text-ink-2 hover:text-ink hover:underline hover:underline-offset-4"
            >
              {text}
            </Link>
          ))}
        </nav>
      </div>
    </header>
  );
}
