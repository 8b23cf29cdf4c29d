const LOCAL = /^(?:([a-z0-9-]+)\.)?(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** The host that a `Host` header names, in lower case and without its port. */
export function hostOf(header: string): string {
  return header.toLowerCase().replace(/:\d+$/, "");
}

/** The tenant's slug that a local host tells by itself: `<slug>.localhost`, or the default one's. Null for any other host. */
export function localSlug(host: string, defaultTenant: string): string | null {
  const local = LOCAL.exec(host);
  return local && (local[1] ?? defaultTenant);
}

/**
 * The same for a host of the installation's own, by its address: of `https://{tenant}.example.com` each hall has a host, of
 * `https://www.example.com` the default one alone. Null for any other host.
 */
export function platformSlug(host: string, publicUrl: string | undefined, defaultTenant: string): string | null {
  if (publicUrl === undefined) return null;
  const pattern = hostOf(publicUrl.replace(/^https?:\/\//, "").replace(/\/$/, ""));
  const [before = "", after] = pattern.split("{tenant}");
  if (after === undefined) return host === before ? defaultTenant : null;
  if (!host.startsWith(before) || !host.endsWith(after)) return null;
  const slug = host.slice(before.length, host.length - after.length);
  return /^[a-z0-9-]+$/.test(slug) ? slug : null;
}
