import { checkCache } from "@/lib/availability/check-cache";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { getCacheHealth } from "../../_contract/redis";

export const GET = operation(getCacheHealth, async ({ ctx }) => {
  const latencyMs = await checkCache(ctx);
  return { data: { status: latencyMs === null ? ("down" as const) : ("up" as const), latencyMs } };
});

export const { POST, PUT, PATCH, DELETE } = only("GET");
