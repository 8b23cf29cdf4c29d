import "server-only";
import { assertMay } from "@/lib/core/permissions";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { forgetAnswers } from "@/lib/tenants/idempotency";
import { forgetCached } from "@/lib/vendors/upstash";

/**
 * Empties what Upstash keeps for the hall: months of availability and answers of finished calls, all of which Postgres
 * has as well; limits go on being counted. @throws AppError FORBIDDEN in production
 */
export async function clearCache(ctx: Ctx): Promise<{ cleared: number; isComplete: boolean }> {
  assertMay(ctx.actor, "cache.clear");
  const { NODE_ENV, MANDAP_LOCAL } = env();
  if (NODE_ENV === "production" && !MANDAP_LOCAL) throw new AppError("FORBIDDEN", { permission: "cache.clear" });
  const both = await Promise.all([forgetCached(`av:${ctx.tenant.id}:*`), forgetAnswers(ctx.tenant.id)]);
  return {
    cleared: both.reduce((sum, { entries }) => sum + entries, 0),
    isComplete: both.every(({ isComplete }) => isComplete),
  };
}
