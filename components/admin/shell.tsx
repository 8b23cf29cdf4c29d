import Link from "next/link";
import type { ReactNode } from "react";
import { SignOutButton } from "@/components/account/sign-out-button";
import { LanguageSwitch } from "@/components/site/language-switch";
import { ThemeSwitch } from "@/components/site/theme-switch";
import { ToastRegion } from "@/components/ui/toast";
import type { StaffRole } from "@/lib/core/actor";
import type { Locale } from "@/lib/core/locale";
import type { Messages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { DOT } from "@/lib/i18n/plain-text";
import { Keys } from "./keys";
import type { NavItem } from "./nav";
import { BottomBar, SideNav } from "./nav-links";

type Props = {
  hall: string;
  locale: Locale;
  path: string;
  items: readonly NavItem[];
  person: { name: string; role: StaffRole };
  words: Messages;
  children: ReactNode;
};

/** The one workspace: rooms at the side of a desk or at the bottom of a phone, the page in the middle. */
export function AdminShell({ hall, locale, path, items, person, words, children }: Props) {
  const { admin, site, account } = words;
  const keys = { palette: admin.palette, shortcuts: admin.shortcuts, close: admin.nav.close };
  return (
    <div className="flex min-h-dvh flex-col md:grid md:grid-cols-[14.5rem_minmax(0,1fr)] print:block">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-40 focus:bg-card focus:p-3">
        {site.skip}
      </a>
      <header className="flex flex-col gap-3 border-rule bg-paper px-4 py-3 max-md:border-b md:sticky md:top-0 md:h-dvh md:overflow-y-auto md:border-r md:py-5 print:hidden">
        <div className="flex items-center justify-between gap-3">
          <Link
            href={localePath(locale, "/admin")}
            className="grid min-h-11 content-center font-serif text-[1.1875rem] leading-tight"
          >
            {hall}
          </Link>
          <div className="md:hidden">
            <LanguageSwitch locale={locale} path={path} label={site.languages} />
          </div>
        </div>
        <Keys items={items} locale={locale} words={keys} />
        <div className="max-md:hidden">
          <SideNav items={items} label={admin.nav.label} />
        </div>
        <div className="mt-auto grid gap-1 border-rule pt-3 max-md:hidden md:border-t">
          <p className="px-3">
            <b>{person.name}</b>
            <span className="text-ink-2">
              {DOT}
              {admin.roles[person.role]}
            </span>
          </p>
          <div className="px-3">
            <LanguageSwitch locale={locale} path={path} label={site.languages} />
          </div>
          <div className="[&_button]:px-2 [&_button]:text-[0.8125rem] [&_fieldset]:flex-nowrap [&_fieldset]:px-1">
            <ThemeSwitch label={site.theme.label} words={site.theme} />
          </div>
          <Link href={localePath(locale, "/")} className="flex min-h-11 items-center px-3 text-ink-2 hover:underline">
            {admin.nav.site}
          </Link>
          <div className="[&_button]:justify-start [&_button]:px-3">
            <SignOutButton label={account.signOut} />
          </div>
        </div>
      </header>
      <main id="content" className="min-w-0 grow bg-card px-4 pt-5 pb-24 md:px-8 md:py-7 print:bg-transparent">
        {children}
      </main>
      <BottomBar items={items} label={admin.nav.label} words={admin.nav}>
        <div className="grid gap-2 border-rule border-t pt-2">
          <Link href={localePath(locale, "/")} className="flex min-h-11 items-center px-1 text-ink-2">
            {admin.nav.site}
          </Link>
          <ThemeSwitch label={site.theme.label} words={site.theme} />
          <SignOutButton label={account.signOut} />
        </div>
      </BottomBar>
      <ToastRegion />
    </div>
  );
}
