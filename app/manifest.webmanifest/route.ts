import { brandPair } from "@/lib/core/contrast";
import { textIn } from "@/lib/core/locale";
import { loadMessages } from "@/lib/i18n/load-messages";
import { localePath } from "@/lib/i18n/paths";
import { fill } from "@/lib/i18n/plain-text";
import { publicRoute } from "@/lib/web/route";

const PAPER = "#fbf6ec";
const KUMKUM = "#9c1c31";

/** The dashboard as an app of the hall's own: its name and colour. Browsers ask without cookies, so the address has the language. */
export const GET = publicRoute(async ({ tenant, locale }) => {
  const { admin } = await loadMessages(locale);
  const name = textIn(tenant.name, locale);
  const icon = (size: string, file: string, purpose: string) => ({
    ...{ src: `/icon-${file}.png`, sizes: `${size}x${size}`, type: "image/png", purpose },
  });
  const manifest = {
    ...{ id: "/admin", name, short_name: name, description: fill(admin.installed, { hall: name }), lang: locale },
    ...{ start_url: localePath(locale, "/admin"), scope: "/", display: "standalone" },
    background_color: PAPER,
    theme_color: (tenant.brandColour && brandPair(tenant.brandColour)?.light.main) || KUMKUM,
    icons: [icon("192", "192", "any"), icon("512", "512", "any"), icon("512", "maskable", "maskable")],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "content-type": "application/manifest+json; charset=utf-8", "cache-control": "no-cache" },
  });
});
