import "server-only";
import type postgres from "postgres";
import { timed } from "./slow-statements";

type Run = (tx: postgres.TransactionSql) => unknown;

/**
 * Lets Postgres keep the plans of what Drizzle sends. Drizzle asks for that only where a query was given a name; without
 * it each statement is planned anew, takes two round trips, and none may follow another before its answer.
 * DATABASE_PREPARE=0 (a pooler that hands out connections by transaction) still has the last word. Here each is timed too.
 */
export function keepPlans<T extends postgres.Sql>(client: T): T {
  const { begin } = withPlans(client);
  return Object.assign(client, { begin: (run: Run) => begin((tx) => run(inTransaction(tx))) });
}

function inTransaction(tx: postgres.TransactionSql): postgres.TransactionSql {
  const { savepoint } = withPlans(tx);
  return Object.assign(tx, { savepoint: (run: Run) => savepoint((inner) => run(inTransaction(inner))) });
}

function withPlans<T extends postgres.ISql>(client: T): T {
  const { unsafe } = client;
  const planned: typeof unsafe = (query, parameters = [], options = {}) =>
    timed(query, unsafe(query, parameters, { ...options, prepare: parameters.length > 0 }));
  return Object.assign(client, { unsafe: planned });
}
