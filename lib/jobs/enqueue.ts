import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle, type PgBoss } from "pg-boss";
import { bossOver } from "@/db/boss";
import { jobsClient, type Tx } from "@/db/client";
import type { JobName, JobPayloads } from "./jobs";

const held = globalThis as typeof globalThis & { mandapSender?: Promise<PgBoss> };

function sender(): Promise<PgBoss> {
  held.mandapSender ??= bossOver(jobsClient, { working: false })
    .start()
    .catch((error) => {
      delete held.mandapSender;
      throw error;
    });
  return held.mandapSender;
}

/** Writes the job in the caller's transaction: it exists exactly when the write does. */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayloads[N],
  options: { startAfterSeconds?: number } = {},
): Promise<void> {
  const boss = await sender();
  await boss.send(name, payload, {
    db: fromDrizzle(tx, sql),
    ...(options.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }),
  });
}
