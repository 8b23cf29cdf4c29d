import { answerHealth } from "@/lib/web/health";

export const dynamic = "force-dynamic";

/** For balancers and monitoring. */
export const GET = answerHealth;
