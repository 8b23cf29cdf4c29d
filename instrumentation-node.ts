import { env } from "@/lib/env";
import { assertTrustworthyDatabase } from "@/lib/tenants/assert-trustworthy";
import { startWorker } from "./worker";

/** A server that cannot be trusted does not serve: it says why and ends. */
export async function startServing(): Promise<void> {
  try {
    const { RUN_JOBS } = env();
    await assertTrustworthyDatabase();
    if (RUN_JOBS) startWorker();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
