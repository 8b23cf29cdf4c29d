/**
 * Whether a cookie-carrying write comes from our own pages. Browsers send Sec-Fetch-Site (which no page can set) or Origin
 * on every write; a request with neither is no browser's and has no business with a cookie.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("host");
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}
