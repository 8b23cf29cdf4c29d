import "server-only";
import { checkHealth, type Health } from "@/lib/tenants/health";
import { isDraining } from "./draining";

export type PublicHealth = Omit<Health, "status"> & { status: Health["status"] | "draining" };

/** Whether this server should be asked to serve: 200, or 503 where it should not. On any host, for anybody, never cached. */
export async function answerHealth(): Promise<Response> {
  const health = await checkHealth();
  const data: PublicHealth = { ...health, status: isDraining() ? "draining" : health.status };
  const isServing = data.status === "ok" || data.status === "degraded";
  return Response.json({ data }, { status: isServing ? 200 : 503, headers: { "cache-control": "no-store" } });
}
