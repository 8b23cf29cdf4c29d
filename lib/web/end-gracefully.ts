import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { closePool } from "@/db/client";
import { closeHealth } from "@/db/health";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { startDraining } from "./draining";
import { finishRequests } from "./watch-requests";

/** Who runs us is asked for thirty seconds (docs/watching.md); after that it kills. */
const PATIENCE_MS = 28_000;

type Under = { finishJobs: () => Promise<void>; flush: () => Promise<void> };

/**
 * On SIGTERM and SIGINT: answers what was asked, finishes the jobs that were begun, sends what was measured, closes the
 * connections, and ends with 0. Next's own way ends the process with its last answer, in the middle of a job.
 */
export function endGracefully(under: Under): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => void end(under));
  }
}

let ending: Promise<void> | undefined;

function end(under: Under): Promise<void> {
  ending ??= finish(under).then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, "did not end cleanly");
      process.exit(1);
    },
  );
  return ending;
}

async function finish({ finishJobs, flush }: Under): Promise<void> {
  startDraining();
  log.info("was told to end: finishes what is under way");
  setTimeout(() => {
    log.error("ends although something is still under way");
    process.exit(1);
  }, PATIENCE_MS);
  const jobs = finishJobs();
  await sleep(env().SHUTDOWN_DRAIN_SECONDS * 1000);
  await Promise.all([finishRequests(), jobs]);
  await flush();
  await Promise.all([closePool(), closeHealth()]);
  log.info("ended");
}
