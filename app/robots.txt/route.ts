import { originOf } from "@/lib/web/origin";
import { publicRoute } from "@/lib/web/route";

/** What a search engine may read: everything but what belongs to one family, and the machine's own addresses. */
export const GET = publicRoute(async (_, request) => {
  const closed = ["/api/", "/*/book?", "/*/book/", "/*/bookings", "/*/login"];
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${originOf(request.headers)}/sitemap.xml`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
});
