import * as cache from "@/lib/availability/clear-cache";
import { operation } from "@/lib/web/api/operation";
import { only } from "@/lib/web/only";
import { clearCache } from "../../_contract/redis";

export const POST = operation(clearCache, async ({ ctx }) => ({ data: await cache.clearCache(ctx) }));

export const { GET, PUT, PATCH, DELETE } = only("POST");
