import "server-only";
import { eq, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { asPlatform, type TenantId } from "@/db/client";
import { isSlug } from "@/db/id";
import { files } from "@/db/schema/hall";
import { domains, tenants } from "@/db/schema/tenants";
import { env } from "@/lib/env";
import { hostOf, localSlug, platformSlug } from "./host";
import type { Tenant } from "./types";

// A tenant changes a few times a year and is asked for on each request; a minute late is soon enough.
const bySlug = new LRUCache<string, { tenant: Tenant | null }>({ max: 2000, ttl: 60_000 });
const slugByHost = new LRUCache<string, { slug: string | null }>({ max: 5000, ttl: 60_000 });

/** The latest logo's id: it is in the picture's address, so that a new one is a new address. */
const logoId = sql<string | null>`(select f.id from ${files} f where f.tenant_id = ${tenants}.id and f.kind = 'logo'
  order by f.created_at desc limit 1)`;

type Row = { tenant: typeof tenants.$inferSelect; logoId: string | null };

function toTenant({ tenant: { createdAt: _, ...row }, logoId }: Row): Tenant {
  return { ...row, id: row.id as TenantId, logoId };
}

const selected = { tenant: tenants, logoId };

/** Null for a slug that is malformed or nobody's. */
export async function findTenantBySlug(slug: string): Promise<Tenant | null> {
  if (!isSlug(slug)) return null;
  const known = bySlug.get(slug);
  if (known) return known.tenant;
  const [row] = await asPlatform((tx) => tx.select(selected).from(tenants).where(eq(tenants.slug, slug)).limit(1));
  const tenant = row ? toTenant(row) : null;
  bySlug.set(slug, { tenant });
  return tenant;
}

/** What this process remembers of a tenant that has just changed; others read it again within the minute. */
export function forgetTenant({ slug }: Pick<Tenant, "slug">): void {
  bySlug.delete(slug);
}

export async function findTenantById(id: string): Promise<Tenant | null> {
  const [row] = await asPlatform((tx) => tx.select(selected).from(tenants).where(eq(tenants.id, id)).limit(1));
  return row ? toTenant(row) : null;
}

/**
 * The slug that a host leads to: `<slug>.localhost`, plain localhost (the default tenant), a row of `domains`, or a host
 * that PUBLIC_URL makes. Port is ignored.
 */
export async function slugOfHost(hostHeader: string): Promise<string | null> {
  const { DEFAULT_TENANT, PUBLIC_URL } = env();
  const host = hostOf(hostHeader);
  const local = localSlug(host, DEFAULT_TENANT);
  if (local) return local;
  const known = slugByHost.get(host);
  if (known) return known.slug;
  const [row] = await asPlatform((tx) =>
    tx
      .select({ slug: tenants.slug })
      .from(domains)
      .innerJoin(tenants, eq(tenants.id, domains.tenantId))
      .where(eq(sql`lower(${domains.host})`, host))
      .limit(1),
  );
  const slug = row?.slug ?? platformSlug(host, PUBLIC_URL, DEFAULT_TENANT);
  slugByHost.set(host, { slug });
  return slug;
}

/** Whom a `Host` header leads to, its port left out; null where it leads nowhere. */
export async function findTenantByHost(hostHeader: string): Promise<Tenant | null> {
  const slug = await slugOfHost(hostHeader);
  return slug ? findTenantBySlug(slug) : null;
}
