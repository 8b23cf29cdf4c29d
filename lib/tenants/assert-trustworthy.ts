import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { rawClient } from "@/db/client";
import { integrityFaults } from "@/db/integrity";
import { log } from "@/lib/log";

const PATIENCE_MS = 30_000;
const PAUSE_MS = 1000;

/**
 * The start-up check: the database itself keeps two events apart, tenants apart and money together, or nothing is served.
 * A database that does not answer yet is waited for, half a minute.
 * @throws Error naming each fault
 */
export async function assertTrustworthyDatabase(): Promise<void> {
  const faults = await faultsOnceItAnswers();
  if (faults.length > 0) throw new Error(`Mandap refuses to serve from this database:\n  ${faults.join("\n  ")}`);
}

async function faultsOnceItAnswers(): Promise<string[]> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
    try {
      return await integrityFaults(rawClient());
    } catch (error) {
      if (Date.now() > until) throw error;
      log.warn({ reason: String(error).slice(0, 200) }, "the database does not answer yet");
    }
  }
}
