import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { domains } from "@/db/schema/tenants";
import { env } from "@/lib/env";
import type { Tenant } from "./types";

/** The address of a page for somebody who reads it outside the site, in an SMS say. `path` starts with a slash. */
export async function publicUrl(tx: Tx, tenant: Pick<Tenant, "id" | "slug">, path: string): Promise<string> {
  const [domain] = await tx
    .select({ host: domains.host })
    .from(domains)
    .where(eq(domains.tenantId, tenant.id))
    .orderBy(asc(domains.createdAt))
    .limit(1);
  if (domain) return `https://${domain.host}${path}`;
  const { PUBLIC_URL, PORT, DEFAULT_TENANT } = env();
  const local = tenant.slug === DEFAULT_TENANT ? "localhost" : "{tenant}.localhost";
  const origin = PUBLIC_URL ?? `http://${local}:${PORT}`;
  return origin.replace("{tenant}", tenant.slug).replace(/\/$/, "") + path;
}
