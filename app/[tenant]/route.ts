import type { NextRequest } from "next/server";
import { DEFAULT_LOCALE } from "@/lib/core/locale";
import { env } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { findTenantByHost } from "@/lib/tenants/queries";
import { tenantSegment } from "@/lib/web/tenant-segment";

type Context = { params: Promise<{ tenant: string }> };

/** A bare `/` from someone whose language nobody knows: on to the hall's own. The proxy answers all others. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const host = request.headers.get("host") ?? "";
  // What the proxy lets pass and nothing answers (`/favicon.ico`) lands here as well.
  const { tenant: segment } = await params;
  if (decodeURIComponent(segment) !== tenantSegment(host, env().DEFAULT_TENANT))
    return new Response(null, { status: 404 });
  const locale = await localeOfHost(host);
  if (!locale) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 307,
    headers: { location: `/${locale}`, vary: "accept-language, cookie", "cache-control": "no-store" },
  });
}

/** Where the database is away, a language in which somebody can be told so. */
async function localeOfHost(host: string) {
  try {
    return (await findTenantByHost(host))?.locale ?? null;
  } catch (error) {
    if (isAppError(error, "BUSY")) return DEFAULT_LOCALE;
    throw error;
  }
}
