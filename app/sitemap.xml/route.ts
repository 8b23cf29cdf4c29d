import { LOCALES } from "@/lib/core/locale";
import { localePath } from "@/lib/i18n/paths";
import { listVenues } from "@/lib/venues/queries";
import { originOf } from "@/lib/web/origin";
import { publicRoute } from "@/lib/web/route";

/** A hall's public pages, each in every language and pointing at the others. */
export const GET = publicRoute(async ({ tenant }, request) => {
  const origin = originOf(request.headers);
  const venues = await listVenues(tenant);
  const entries = ["/", ...venues.map(({ slug }) => `/venues/${slug}`), "/policies"].flatMap((path) => {
    const others = LOCALES.map(
      (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${origin}${localePath(locale, path)}"/>`,
    );
    return LOCALES.map((locale) => `<url><loc>${origin}${localePath(locale, path)}</loc>${others.join("")}</url>`);
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
  return new Response(body, { headers: { "content-type": "application/xml; charset=utf-8" } });
});
