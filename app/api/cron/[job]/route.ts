import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { SCHEDULES } from "@/lib/jobs/jobs";
import { workOff } from "@/lib/jobs/work";
import { only } from "@/lib/web/only";
import { problemResponse } from "@/lib/web/problem";
import { requestIdOf } from "@/lib/web/request-id";
import { HANDLERS } from "@/worker";

export const maxDuration = 60;
const WORK_SECONDS = 45;

/**
 * For a host without a worker: its timer calls each sweep by name, and `queues` for the jobs that wait. GET, because that
 * is what such timers send.
 */
export async function GET(request: Request, context: { params: Promise<{ job: string }> }): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  try {
    if (!isAllowed(request.headers.get("authorization") ?? "")) throw new AppError("UNAUTHENTICATED");
    const { job } = await context.params;
    return Response.json({ job, result: (await run(job)) ?? null }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemResponse(error, { locale: "en", requestId });
  }
}

export const { POST, PUT, PATCH, DELETE } = only("GET");

function run(job: string): Promise<unknown> {
  if (job === "queues") return workOff(HANDLERS, WORK_SECONDS);
  switch (job) {
    case "expire-claims":
    case "complete-bookings":
    case "reconcile-orders":
    case "forget-old-keys":
    case "close-yearly-days":
      return HANDLERS[job]({});
    default:
      throw new AppError("NOT_FOUND", { jobs: ["queues", ...Object.keys(SCHEDULES)] });
  }
}

function isAllowed(authorization: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${env().CRON_SECRET}`));
}
