import "server-only";
import { PgBoss } from "pg-boss";
import type postgres from "postgres";

/** pg-boss over a postgres.js pool, so that the process has one pool and not two. */
export function bossOver(client: postgres.Sql, options: { working: boolean; migrate?: boolean }): PgBoss {
  return new PgBoss({
    db: {
      executeSql: async (text, values) => ({
        rows: await client.unsafe(text, (values ?? []).map(toParameter)),
      }),
    },
    schema: "pgboss",
    migrate: options.migrate ?? false,
    createSchema: options.migrate ?? false,
    supervise: options.working,
    schedule: options.working,
  });
}

/** Drizzle switches off how postgres.js writes JSON and dates, for the whole pool: pg-boss's own go as text. */
function toParameter(value: unknown): postgres.ParameterOrJSON<never> {
  if (value instanceof Date) return value.toISOString();
  if (value !== null && typeof value === "object" && !Array.isArray(value) && !Buffer.isBuffer(value)) {
    return JSON.stringify(value);
  }
  return value as postgres.ParameterOrJSON<never>;
}
