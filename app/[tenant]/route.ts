import type { NextRequest } from "next/server";
import { findTenantByHost } from "@/lib/tenants/queries";

/** A bare `/` from someone whose language nobody knows: on to the hall's own. The proxy answers all others. */
export async function GET(request: NextRequest): Promise<Response> {
  const tenant = await findTenantByHost(request.headers.get("host") ?? "");
  if (!tenant) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 307,
    headers: { location: `/${tenant.locale}`, vary: "accept-language, cookie" },
  });
}
