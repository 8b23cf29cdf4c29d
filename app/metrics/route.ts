import { answerMetrics } from "@/lib/web/metrics";

export const dynamic = "force-dynamic";

/** For Prometheus. */
export const GET = answerMetrics;
