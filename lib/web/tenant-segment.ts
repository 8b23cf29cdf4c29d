const LOCAL_HOST = /^(?:([a-z0-9-]+)\.)?(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The first part of a rewritten path. A local host tells its slug by itself; any other is passed on as `~host`, since
 * the proxy asks no database. The layout resolves the host again, and answers 404 where this segment is not its own.
 */
export function tenantSegment(hostHeader: string, defaultTenant: string): string {
  const host = hostHeader.toLowerCase().replace(/:\d+$/, "");
  const local = LOCAL_HOST.exec(host);
  if (local) return local[1] ?? defaultTenant;
  return `~${host}`;
}
