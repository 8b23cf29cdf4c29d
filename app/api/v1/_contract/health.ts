import * as z from "zod";
import { contract } from "@/lib/web/api/contract";

const status = z.enum(["ok", "degraded", "down"]);
const latencyMs = z.number().describe("How long it took to find out.");
const check = z.object({ status, latencyMs });
const seconds = z.int().nullable();

export const getHealth = contract({
  ...{ id: "getHealth", method: "GET", path: "/health", tag: "Health", access: "public", isHealth: true },
  summary: "Whether this server should be asked to serve",
  description:
    "Also at `/health`, on any host. `degraded` serves, with Upstash away or messages late; `down` and `draining` are 503. Asked more often than once a second it says the same again.",
  data: z
    .object({
      status: z.enum([...status.options, "draining"]).describe("`draining`: it was told to end."),
      version: z.string(),
      uptimeSeconds: z.int(),
      checks: z.object({
        database: check,
        migrations: check
          .extend({ applied: z.int().nullable(), expected: z.int().nullable() })
          .describe("Those that this version needs. A later version may have added more."),
        constraint: check.describe("Whether all that keeps events, halls and money apart is in place."),
        upstash: check,
        queue: check
          .extend({ lagSeconds: seconds, waiting: z.int().nullable(), scheduledSecondsAgo: seconds })
          .describe("How long the oldest job has been due; when a worker last looked at the schedule."),
        memory: check.extend({ rssBytes: z.int(), heapUsedBytes: z.int(), heapTotalBytes: z.int() }),
      }),
    })
    .meta({ id: "Health" }),
  example: {
    data: {
      ...{ status: "ok", version: "0.1.0", uptimeSeconds: 86_400 },
      checks: {
        database: { status: "ok", latencyMs: 0.6 },
        migrations: { status: "ok", latencyMs: 0.9, applied: 6, expected: 6 },
        constraint: { status: "ok", latencyMs: 1.1 },
        upstash: { status: "ok", latencyMs: 1.4 },
        queue: { status: "ok", latencyMs: 1.2, lagSeconds: 0, waiting: 0, scheduledSecondsAgo: 21 },
        memory: {
          status: "ok",
          latencyMs: 0,
          rssBytes: 268_435_456,
          heapUsedBytes: 134_217_728,
          heapTotalBytes: 167_772_160,
        },
      },
    },
  },
});
