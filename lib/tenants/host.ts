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
