import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { CSSProperties, ReactNode } from "react";
import { preloadFonts } from "@/components/site/fonts";
import { readTheme } from "@/components/site/theme";
import { brandPair } from "@/lib/core/contrast";
import { textIn } from "@/lib/core/locale";
import { loadSite, type SiteParams } from "@/lib/web/load-site";
import { originOf } from "@/lib/web/origin";

type Props = { children: ReactNode; params: SiteParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, locale } = await loadSite(params);
  const name = textIn(tenant.name, locale);
  return {
    metadataBase: new URL(originOf(await headers())),
    title: { default: name, template: `%s · ${name}` },
    description: textIn(tenant.tagline, locale),
    applicationName: name,
    formatDetection: { telephone: false },
    openGraph: { siteName: name, locale, type: "website" },
    icons: { icon: "/icon.svg" },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf6ec" },
    { media: "(prefers-color-scheme: dark)", color: "#1b1412" },
  ],
};

export default async function RootLayout({ children, params }: Props) {
  const { tenant, locale } = await loadSite(params);
  const theme = readTheme((await cookies()).get("theme")?.value);
  preloadFonts(locale);
  return (
    <html lang={locale} data-theme={theme} style={brandStyle(tenant.brandColour)}>
      <body>{children}</body>
    </html>
  );
}

/** The hall's own colour in place of kumkum, made readable on both papers. */
function brandStyle(colour: string | null): CSSProperties | undefined {
  const pair = colour ? brandPair(colour) : null;
  if (!pair) return undefined;
  const variables = {
    "--brand-light": pair.light.main,
    "--brand-ink-light": pair.light.ink,
    "--brand-soft-light": pair.light.soft,
    "--brand-dark": pair.dark.main,
    "--brand-ink-dark": pair.dark.ink,
    "--brand-soft-dark": pair.dark.soft,
  };
  return variables as CSSProperties;
}
