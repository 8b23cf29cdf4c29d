import "server-only";
import { PgBoss } from "pg-boss";
import type postgres from "postgres";

/** pg-boss over a postgres.js pool, so that the process has one pool and not two. */
export function bossOver(client: postgres.Sql, options: { working: boolean; migrate?: boolean }): PgBoss {
  return new PgBoss({
    db: {
      executeSql: async (text, values) => ({
        rows: await client.unsafe(text, (values ?? []) as postgres.ParameterOrJSON<never>[]),
      }),
    },
    schema: "pgboss",
    migrate: options.migrate ?? false,
    createSchema: options.migrate ?? false,
    supervise: options.working,
    schedule: options.working,
  });
}
