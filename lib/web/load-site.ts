import "server-only";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { isLocale, type Locale } from "@/lib/core/locale";
import { env } from "@/lib/env";
import type { Tenant } from "@/lib/tenants/types";
import { loadPlace } from "./ctx";
import { tenantSegment } from "./tenant-segment";

export type SiteParams = Promise<{ tenant: string; locale: string }>;

/**
 * The tenant and language of a page, from the host and the path. What the proxy wrote into the path is only a route: the
 * host decides, and 404 answers a segment that is not its own.
 */
export async function loadSite(params: SiteParams): Promise<{ tenant: Tenant; locale: Locale; now: Date }> {
  const { tenant: segment, locale } = await params;
  const host = (await headers()).get("host") ?? "";
  const asked = decodeURIComponent(segment);
  if (!isLocale(locale) || asked !== tenantSegment(host, env().DEFAULT_TENANT)) notFound();
  setRequestLocale(locale);
  const { tenant, now } = await loadPlace();
  return { tenant, locale, now };
}
