import { gzipSync } from "node:zlib";
import { functionParam, stepHref } from "../components/booking/wish";
import { ask } from "../local/testing/ask";
import { type Hall, sessionOf } from "./halls";

export type PageSize = { name: string; kilobytes: number };

/** JavaScript that a browser loads with each page, gzipped, in kB of 1,000 bytes. */
export async function measurePages(site: number, bare: number, hall: Hall, slug: string): Promise<PageSize[]> {
  const wanted = { ...sessionOf(hall, 0), name: "wedding" as const };
  const wish = { venue: hall.venue.slug, functions: [wanted], guests: 100, eventType: "wedding" as const, addOns: [] };
  const step = (name: "when" | "event" | "extras" | "review" | "login") => stepHref("en", name, wish);
  const own = { host: hall.host };
  const asFamily = { ...own, cookie: hall.families[0]?.cookie ?? "" };
  const day = `${functionParam(wanted).slice(0, 7)}`;
  const pages: [string, number, string, Record<string, string>][] = [
    ["Empty page", bare, "/empty", {}],
    ["Home", site, "/en", {}],
    ["Venue with its calendar", site, `/en/venues/${slug}?month=${day}`, {}],
    ["Step 1, when and where", site, step("when"), own],
    ["Step 2, event", site, step("event"), own],
    ["Step 3, extras", site, step("extras"), own],
    ["Step 4, review", site, step("review"), own],
    ["Step 5, phone and code", site, step("login"), own],
    ["My bookings", site, "/en/bookings", asFamily],
  ];
  const sizes: PageSize[] = [];
  for (const [name, port, path, headers] of pages) {
    const { status, body } = await ask(port, { path, headers: { host: `localhost:${port}`, ...headers } });
    if (status !== 200) throw new Error(`${name}: ${status} at ${path}`);
    sizes.push({ name, kilobytes: Math.round((await scriptsOf(port, body)) / 1000) });
  }
  return sizes;
}

/** Classic and module scripts of the page; those for browsers without modules are not loaded by any that has them. */
async function scriptsOf(port: number, html: string): Promise<number> {
  const tags = html.match(/<script\b[^>]*\bsrc="[^"]+"[^>]*>/g) ?? [];
  const sources = new Set(
    tags.filter((tag) => !/\bnomodule\b/i.test(tag)).map((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? ""),
  );
  let bytes = 0;
  for (const source of sources) {
    const { status, body } = await ask(port, { path: source.replaceAll("&amp;", "&") });
    if (status !== 200) throw new Error(`${source}: ${status}`);
    bytes += gzipSync(body).length;
  }
  return bytes;
}
