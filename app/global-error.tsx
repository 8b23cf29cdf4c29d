"use client";

import "./globals.css";
import { usePathname } from "next/navigation";
import { Problem, ProblemWordsProvider } from "@/components/site/problem";
import { DEFAULT_LOCALE, isLocale } from "@/lib/core/locale";
import { OUTAGE } from "@/lib/i18n/outage";

/** Where not even the frame of a page could be made, as while Postgres is away: nobody is told that the page is not there. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const locale = usePathname().split("/").find(isLocale) ?? DEFAULT_LOCALE;
  return (
    <html lang={locale}>
      <body>
        <main>
          <ProblemWordsProvider words={OUTAGE[locale]}>
            <Problem reference={error.digest} retry={() => window.location.reload()} />
          </ProblemWordsProvider>
        </main>
      </body>
    </html>
  );
}
