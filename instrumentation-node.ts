import { env } from "@/lib/env";
import { startTelemetry } from "@/lib/telemetry";
import { assertTrustworthyDatabase } from "@/lib/tenants/assert-trustworthy";
import { endGracefully } from "@/lib/web/end-gracefully";
import { logConsole } from "@/lib/web/log-console";
import { watchRequests } from "@/lib/web/watch-requests";
import { startWorker } from "./worker";

/** A server that cannot be trusted does not serve: it says why and ends. */
export async function startServing(): Promise<void> {
  try {
    const { RUN_JOBS, NODE_ENV } = env();
    const flush = await startTelemetry();
    watchRequests();
    await assertTrustworthyDatabase();
    const finishJobs = RUN_JOBS ? startWorker() : async () => {};
    // The development server has more to tidy up than we know of, and is read by who sits before it.
    if (NODE_ENV === "production") {
      logConsole();
      endGracefully({ finishJobs, flush });
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
