import "server-only";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { pingCache } from "@/lib/vendors/upstash";

/** How long Upstash takes to answer, in milliseconds; null where it does not in time. */
export async function checkCache(ctx: Ctx): Promise<number | null> {
  assertMay(ctx.actor, "cache.read");
  return pingCache();
}
