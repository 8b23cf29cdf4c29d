import * as z from "zod";
import { contract } from "@/lib/web/api/contract";

const tag = "Cache";

export const getCacheHealth = contract({
  ...{ id: "getCacheHealth", method: "GET", path: "/redis/health", tag, access: ["cache.read"] },
  summary: "Whether the cache answers, and how fast",
  description: "200 either way: without its cache the hall is slower and as right as before.",
  data: z
    .object({
      status: z.enum(["up", "down"]),
      latencyMs: z.number().nullable().describe("Null where no answer came in time."),
    })
    .meta({ id: "CacheHealth" }),
  example: { data: { status: "up", latencyMs: 1.4 } },
});

export const clearCache = contract({
  ...{ id: "clearCache", method: "POST", path: "/redis/clear-cache", tag, access: ["cache.clear"] },
  summary: "Forgets what the cache keeps for the hall",
  description:
    "Availability and the answers of finished calls, which the database has as well. For development and tests: 403 FORBIDDEN in production.",
  data: z
    .object({
      cleared: z.int().describe("Entries that were taken away."),
      isComplete: z.boolean().describe("False where the cache did not answer."),
    })
    .meta({ id: "ClearedCache" }),
  example: { data: { cleared: 24, isComplete: true } },
});
