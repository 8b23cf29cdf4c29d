import "server-only";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { bossOver } from "./boss";
import { assertIntegrity } from "./integrity";
import { whileConnected } from "./lost-connections";
import { pgCode } from "./pg-error";
import { QUEUES, queueOptions } from "./queues";

/** Of several that migrate at once, one works and the others wait for it; any number will do, as long as it stays. */
const ADVISORY_LOCK = 7_232_635;
/** How long a change of a table may wait for its lock: whoever comes after it waits behind it. */
const LOCK_TIMEOUT_MS = 3_000;
const ATTEMPTS = 10;
const PAUSE_MS = 2_000;
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Brings a database up to this version: Drizzle's migrations, then pg-boss and its queues, then the start-up check. Safe
 * beside servers that work. Needs a session of its own: a direct connection, not a pooler that shares it.
 */
export async function migrateDatabase(url: string, migrationsFolder = path.resolve("drizzle")): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: "mandap-migrate" } });
  try {
    await client`select pg_advisory_lock(${ADVISORY_LOCK})`;
    await client.unsafe(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await patiently(() => migrate(drizzle(whileConnected(client)), { migrationsFolder }));
    await patiently(() => prepareQueues(client));
    await assertIntegrity(client);
  } finally {
    await client.end();
  }
}

async function prepareQueues(client: postgres.Sql): Promise<void> {
  const boss = bossOver(() => client, { working: false, migrate: true });
  await boss.start();
  for (const queue of QUEUES) await boss.createQueue(queue, queueOptions(queue));
  await boss.stop({ graceful: false });
  await client.unsafe(`
    grant usage on schema pgboss to mandap_app, mandap_platform;
    grant select, insert on pgboss.job, pgboss.job_common to mandap_app, mandap_platform;
    grant select on pgboss.queue to mandap_app, mandap_platform;`);
}

/** Where a table was in use for too long, everything was rolled back: after a pause it is tried again. */
async function patiently(step: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await step();
    } catch (error) {
      if (attempt === ATTEMPTS || pgCode(error) !== LOCK_NOT_AVAILABLE) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
