/** A path of this site out of `?next=`; null for anything that a browser could read as another host. */
export function nextPath(value: string | string[] | undefined): string | null {
  if (typeof value !== "string" || value.length > 2000 || !/^\/(?![/\\])/.test(value)) return null;
  // Browsers drop tabs and newlines from addresses, so `/\t/evil.example` would become `//evil.example`.
  if ([...value].some((character) => character <= " " || character === "\\")) return null;
  const base = "http://mandap.invalid";
  if (!URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return url.origin === base ? url.pathname + url.search + url.hash : null;
}
