const BROWSERS = [
  ["Edg/", "Edge"],
  ["SamsungBrowser/", "Samsung Internet"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const SYSTEMS = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "Mac"],
  ["Linux", "Linux"],
] as const;

/** "Chrome · Android" out of what a browser calls itself, for somebody who looks for a login that is not theirs. */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const known = [BROWSERS, SYSTEMS].flatMap((list) => list.find(([mark]) => userAgent.includes(mark))?.[1] ?? []);
  return known.length > 0 ? known.join(" · ") : userAgent.slice(0, 40);
}
