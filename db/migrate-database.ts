import "server-only";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { bossOver } from "./boss";
import { assertIntegrity } from "./integrity";
import { QUEUES, queueOptions } from "./queues";

/** Brings a database up to this version: Drizzle's migrations, then pg-boss and its queues, then the start-up check. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await migrate(drizzle(client), { migrationsFolder: path.resolve("drizzle") });
    const boss = bossOver(() => client, { working: false, migrate: true });
    await boss.start();
    for (const queue of QUEUES) await boss.createQueue(queue, queueOptions(queue));
    await boss.stop({ graceful: false });
    await client.unsafe(`
      grant usage on schema pgboss to mandap_app, mandap_platform;
      grant select, insert on pgboss.job, pgboss.job_common to mandap_app, mandap_platform;
      grant select on pgboss.queue to mandap_app, mandap_platform;`);
    await assertIntegrity(client);
  } finally {
    await client.end();
  }
}
