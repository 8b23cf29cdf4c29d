import { AppError } from "@/lib/errors";
import { loadLogo } from "@/lib/tenants/load-logo";
import { isUnchanged } from "@/lib/web/etag";
import { only } from "@/lib/web/only";
import { publicRoute } from "@/lib/web/route";

const YEAR = 31_536_000;

/**
 * The hall's logo. An address with `?v=<id>` names one picture for ever; without it browsers ask each time. Whatever it
 * holds, it can run nothing.
 */
export const GET = publicRoute(async ({ tenant }, request) => {
  const logo = await loadLogo(tenant);
  if (!logo) throw new AppError("NOT_FOUND", { what: "logo" });
  const etag = `"${logo.id}"`;
  const isNamed = request.nextUrl.searchParams.get("v") === logo.id;
  const headers = {
    etag,
    "cache-control": isNamed ? `public, max-age=${YEAR}, immutable` : "public, no-cache",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  };
  if (isUnchanged(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(Buffer.from(logo.bytes), { headers: { ...headers, "content-type": logo.mimeType } });
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
