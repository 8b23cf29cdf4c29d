export const dynamic = "force-dynamic";

/** This process answers. What it needs may be away: starting it again would not help. */
export function GET(): Response {
  return Response.json({ data: { status: "ok" } }, { headers: { "cache-control": "no-store" } });
}
