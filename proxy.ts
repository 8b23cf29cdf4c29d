import { type NextRequest, NextResponse } from "next/server";
import createIntlMiddleware from "next-intl/middleware";
import { env } from "@/lib/env";
import { routing } from "@/lib/i18n/routing";
import { contentSecurityPolicy, HSTS } from "@/lib/web/security-headers";
import { tenantSegment } from "@/lib/web/tenant-segment";

const intl = createIntlMiddleware(routing);

/** Routes, and never authorises: language first, then the tenant's segment in front of the path. */
export default function proxy(request: NextRequest): NextResponse {
  if (isMalformed(request.nextUrl)) return new NextResponse(null, { status: 400 });

  const { DEFAULT_TENANT, RAZORPAY_CHECKOUT_URL, RAZORPAY_API_URL, NODE_ENV } = env();
  const host = request.headers.get("host") ?? "localhost";
  const segment = tenantSegment(host, DEFAULT_TENANT);

  const answer = knowsNoLanguage(request) ? null : intl(request);
  if (answer?.headers.has("location")) return answer;

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy({
    nonce,
    checkoutUrl: RAZORPAY_CHECKOUT_URL,
    apiUrl: RAZORPAY_API_URL,
    development: NODE_ENV === "development",
  });

  const headers = new Headers(request.headers);
  headers.set("x-next-intl-locale", request.nextUrl.pathname.split("/")[1] ?? "");
  headers.set("x-mandap-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);

  const target = request.nextUrl.clone();
  target.pathname = `/${segment}${request.nextUrl.pathname === "/" ? "" : request.nextUrl.pathname}`;
  const response = NextResponse.rewrite(target, { request: { headers } });
  for (const cookie of answer?.cookies.getAll() ?? []) response.cookies.set(cookie);
  response.headers.set("content-security-policy", policy);
  if (isSecure(request)) response.headers.set(HSTS.key, HSTS.value);
  return response;
}

/** A bare `/` from someone whose language nobody knows goes on to a route that answers with the tenant's own. */
function knowsNoLanguage(request: NextRequest): boolean {
  if (request.nextUrl.pathname !== "/" || request.cookies.has("NEXT_LOCALE")) return false;
  const accepted = (request.headers.get("accept-language") ?? "").toLowerCase().split(",");
  return !accepted.some((each) => routing.locales.some((locale) => each.trim().startsWith(locale)));
}

function isMalformed(url: URL): boolean {
  try {
    decodeURIComponent(url.pathname);
    return false;
  } catch {
    return true;
  }
}

function isSecure(request: NextRequest): boolean {
  return (request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol).startsWith("https");
}

export const config = {
  // Only what has no language: the API, Next's own files, and these. All else is a page of some tenant.
  matcher: [
    "/((?!api/|api$|_next/|health$|health/live$|metrics$|favicon\\.ico$|icon\\.svg$|icon-(?:192|512|maskable)\\.png$|admin-worker\\.js$|manifest\\.webmanifest$|robots\\.txt$|sitemap\\.xml$).*)",
  ],
};
