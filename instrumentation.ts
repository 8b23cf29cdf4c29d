/** Runs once, before the first request: a server that cannot be trusted does not serve. */
export async function register(): Promise<void> {
  // Next's own word for which runtime this is compiled for; anything else is read in lib/env.ts alone.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  try {
    const { env } = await import("@/lib/env");
    const { RUN_JOBS } = env();
    const { assertTrustworthyDatabase } = await import("@/lib/tenants/assert-trustworthy");
    await assertTrustworthyDatabase();
    if (!RUN_JOBS) return;
    const { startWorker } = await import("./worker");
    startWorker();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
