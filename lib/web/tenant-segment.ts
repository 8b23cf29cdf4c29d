import { hostOf, localSlug } from "@/lib/tenants/host";

/**
 * The first part of a rewritten path. A local host tells its slug by itself; any other is passed on as `~host`, since
 * the proxy asks no database. The layout resolves the host again, and answers 404 where this segment is not its own.
 */
export function tenantSegment(hostHeader: string, defaultTenant: string): string {
  const host = hostOf(hostHeader);
  return localSlug(host, defaultTenant) ?? `~${host}`;
}
