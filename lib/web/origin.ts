/** Where a request came to, as its sender wrote it: `https://host`. */
export function originOf(headers: Headers): string {
  const scheme = headers.get("x-forwarded-proto")?.split(",")[0] ?? "http";
  return `${scheme}://${headers.get("host") ?? "localhost"}`;
}
