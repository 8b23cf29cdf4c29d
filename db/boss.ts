import "server-only";
import { PgBoss } from "pg-boss";
import type postgres from "postgres";
import { replaceIfBroken } from "./client";
import { endsConnection } from "./lost-connections";

/** pg-boss over a postgres.js pool, so that the process has one pool and not two. */
export function bossOver(client: () => postgres.Sql, options: { working: boolean; migrate?: boolean }): PgBoss {
  return new PgBoss({
    db: {
      executeSql: async (text, values) => {
        const used = client();
        const parameters = (values ?? []).map(toParameter);
        try {
          const isTransaction = TRANSACTION.test(text);
          return {
            rows: await (isTransaction ? onOneConnection(used, text, parameters) : used.unsafe(text, parameters)),
          };
        } catch (error) {
          replaceIfBroken(used, error);
          throw error;
        }
      },
    },
    schema: "pgboss",
    migrate: options.migrate ?? false,
    createSchema: options.migrate ?? false,
    supervise: options.working,
    schedule: options.working,
  });
}

const TRANSACTION = /^\s*begin\b/i;

/** pg-boss sends some transactions as one text; a pool takes those only on a connection set apart. */
async function onOneConnection(client: postgres.Sql, text: string, parameters: postgres.ParameterOrJSON<never>[]) {
  const connection = await client.reserve();
  let isLost = false;
  try {
    return await connection.unsafe(text, parameters);
  } catch (error) {
    isLost = endsConnection(error);
    if (!isLost) await connection.unsafe("rollback").catch((failed) => (isLost = endsConnection(failed)));
    throw error;
  } finally {
    // One that is lost is no longer set apart: given back, it would be handed out as if it were open.
    if (!isLost) connection.release();
  }
}

/** Drizzle switches off how postgres.js writes JSON and dates, for the whole pool: pg-boss's own go as text. */
function toParameter(value: unknown): postgres.ParameterOrJSON<never> {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value !== null && typeof value === "object" && !Array.isArray(value) && !Buffer.isBuffer(value)) {
    return JSON.stringify(value);
  }
  return value as postgres.ParameterOrJSON<never>;
}
