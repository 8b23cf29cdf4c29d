import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { metrics } from "@/lib/metrics";
import { refreshGauges } from "@/lib/tenants/health";

/** What this process counts, in Prometheus' text format, for whoever sends METRICS_TOKEN; without one, nobody is here. */
export async function answerMetrics(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN) return new Response(null, { status: 404 });
  if (!isSame(request.headers.get("authorization") ?? "", `Bearer ${METRICS_TOKEN}`)) {
    return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
  }
  await refreshGauges();
  const { registry } = metrics();
  const headers = { "content-type": registry.contentType, "cache-control": "no-store" };
  return new Response(await registry.metrics(), { headers });
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
