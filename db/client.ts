import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { metrics } from "@/lib/metrics";
import { currentRequest } from "@/lib/request-context";
import { inSpan } from "@/lib/telemetry";
import { keepPlans } from "./keep-plans";
import { whileConnected } from "./lost-connections";
import { pgCode } from "./pg-error";
import { isAway, refusalOf } from "./refusal";
import { timed } from "./slow-statements";

export type Db = PostgresJsDatabase;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** A tenant's id that came out of host lookup or a token check, not out of a request. */
export type TenantId = string & { readonly __tenant: unique symbol };

type Pool = { client: postgres.Sql; db: Db };

// One pool a process: the development server reloads modules, a pool must not multiply with them.
const held = globalThis as typeof globalThis & { mandapPool?: Pool; mandapReads?: Pool; mandapJobs?: postgres.Sql };

/** What Postgres calls us, with the request behind it while it works for one. */
const APPLICATION = "mandap";
/** Postgres keeps 63 bytes of a name; a request id has at most 64 and is ASCII. */
const NAME_BYTES = 63;

function applicationName(): string {
  const request = currentRequest();
  return request ? `${APPLICATION} ${request.requestId}`.slice(0, NAME_BYTES) : APPLICATION;
}

function connect(max: number, url = env().DATABASE_URL, statementTimeout = 15_000): postgres.Sql {
  const { DATABASE_PREPARE } = env();
  return postgres(url, {
    max,
    prepare: DATABASE_PREPARE === "1",
    idle_timeout: 30,
    connect_timeout: 5,
    // Seconds between tries. By default they grow to twenty: a database that is back would still look away.
    backoff: (tries) => Math.min(0.05 * 2 ** tries, 1),
    onnotice: () => {},
    connection: { application_name: APPLICATION, lock_timeout: 5000, statement_timeout: statementTimeout },
  });
}

/**
 * postgres.js 3.4 cannot use a connection again that broke with a write pending: each start of it times out. A pool that
 * shows this is left to finish what it can, and the next call makes another.
 */
export function replaceIfBroken(broken: postgres.Sql, error: unknown): void {
  if (pgCode(error) !== "CONNECT_TIMEOUT") return;
  if (held.mandapPool?.client === broken) delete held.mandapPool;
  else if (held.mandapReads?.client === broken) delete held.mandapReads;
  else if (held.mandapJobs === broken) delete held.mandapJobs;
  else return;
  void broken.end({ timeout: 5 });
}

function pool(): Pool {
  if (held.mandapPool) return held.mandapPool;
  const client = connect(env().DATABASE_POOL_SIZE);
  held.mandapPool = { client, db: drizzle(whileConnected(keepPlans(client))) };
  return held.mandapPool;
}

/** What only looks waits for two connections of its own, and never for longer than people do: bookings keep theirs. */
const READ_CONNECTIONS = 2;
const READ_TIMEOUT_MS = 5000;

function readPool(): Pool {
  if (held.mandapReads) return held.mandapReads;
  const { DATABASE_REPLICA_URL, DATABASE_URL } = env();
  const client = connect(READ_CONNECTIONS, DATABASE_REPLICA_URL ?? DATABASE_URL, READ_TIMEOUT_MS);
  held.mandapReads = { client, db: drizzle(whileConnected(keepPlans(client))) };
  return held.mandapReads;
}

const RETRIED = new Set(["40001", "40P01"]);
/**
 * Why Postgres ended a connection. postgres.js 3.4 says so once more to whoever has it next, who has asked nothing on it yet:
 * whom this meets before his transaction began is met by the past.
 */
const ENDED = new Set(["57P01", "57P02"]);
const ATTEMPTS = 4;

function refuse(error: unknown): never {
  throw refusalOf(error);
}

async function inRole<T>(
  role: "mandap_app" | "mandap_platform",
  tenant: string,
  fn: (tx: Tx) => Promise<T>,
  from: { pool: () => Pool; config?: Parameters<Db["transaction"]>[1] } = { pool },
): Promise<T> {
  const { transactions, transactionRetries } = metrics();
  for (let attempt = 1; ; attempt++) {
    const used = from.pool();
    let state: "waiting" | "open" = "waiting";
    let isCommitting = false;
    transactions.inc({ state });
    try {
      return await inSpan("db transaction", { "db.system.name": "postgresql", "mandap.role": role }, () =>
        used.db.transaction(async (tx) => {
          transactions.dec({ state });
          state = "open";
          transactions.inc({ state });
          // Not waited for: the connection answers in order, and who comes too early is the owner, whom no policy lets through.
          const taken = tx
            .execute(
              sql`select set_config('role', ${role}, true), set_config('app.tenant', ${tenant}, true), set_config('application_name', ${applicationName()}, true)`,
            )
            .execute();
          const [result] = await Promise.all([fn(tx), taken]);
          isCommitting = true;
          return result;
        }, from.config),
      );
    } catch (error) {
      replaceIfBroken(used.client, error);
      // Nobody knows what became of a commit whose answer never came: "nothing was changed" would be a guess.
      if (isCommitting && isAway(error)) throw error;
      const code = pgCode(error) ?? "";
      const mayRetry = RETRIED.has(code) || (state === "waiting" && ENDED.has(code));
      if (attempt >= ATTEMPTS || !mayRetry) throw refusalOf(error);
      transactionRetries.inc();
      await sleep(20 + Math.random() * 180);
    } finally {
      transactions.dec({ state });
    }
  }
}

/**
 * A transaction that sees one tenant and nothing else (row-level security, role `mandap_app`). Retried up to three
 * times on serialization failure and deadlock, so `fn` must have no effect outside the transaction.
 * @throws AppError BUSY when a lock or a statement took too long or Postgres is away, INVALID_INPUT for text with a zero
 * character; the error itself where the connection broke while it committed.
 */
export function inTenant<T>(tenantId: TenantId, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inRole("mandap_app", tenantId, fn);
}

const AT_ONE_MOMENT = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

/** `inTenant` for figures that must agree with the rows beside them: all statements see one moment, and nothing can be written. */
export function atOneMoment<T>(tenantId: TenantId, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inRole("mandap_app", tenantId, fn, { pool, config: AT_ONE_MOMENT });
}

/**
 * `atOneMoment` for reports: at most five seconds a statement, on connections of its own, to the replica where there is one.
 * What it reads may be some seconds old there.
 * @throws AppError BUSY when a statement took too long.
 */
export function readingTenant<T>(tenantId: TenantId, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inRole("mandap_app", tenantId, fn, { pool: readPool, config: AT_ONE_MOMENT });
}

/** A transaction across tenants, for host lookup, onboarding and sweeps. dependency-cruiser names who may import it. */
export function asPlatform<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inRole("mandap_platform", "", fn);
}

/** The number that changes with all that a venue's calendar shows; null where there is no such venue. One autocommit statement. */
export async function readGeneration(tenantId: TenantId, venueId: string): Promise<number | null> {
  const query = pool().client<{ generation: string }[]>`
    select generation from venue_generations where tenant_id = ${tenantId} and venue_id = ${venueId}`;
  const [row] = await timed("generation of a venue", query).catch(refuse);
  return row ? Number(row.generation) : null;
}

/** The same for all venues of a tenant, by their ids: a page asks once. */
export async function readGenerations(tenantId: TenantId): Promise<Map<string, number>> {
  const query = pool().client<{ venue_id: string; generation: string }[]>`
    select venue_id, generation from venue_generations where tenant_id = ${tenantId}`;
  const rows = await timed("generations of a hall", query).catch(refuse);
  return new Map(rows.map((row) => [row.venue_id, Number(row.generation)]));
}

/** The bare connection, for the start-up check and for jobs. */
export function rawClient(): postgres.Sql {
  return pool().client;
}

/**
 * The connection that jobs are sent through. Not the pool's: a transaction that enqueues while every other connection
 * waits for its lock would wait for a connection that only it can free.
 */
export function jobsClient(): postgres.Sql {
  held.mandapJobs ??= connect(1);
  return held.mandapJobs;
}

export async function closePool(): Promise<void> {
  const open = [held.mandapPool?.client, held.mandapReads?.client, held.mandapJobs];
  delete held.mandapPool;
  delete held.mandapReads;
  delete held.mandapJobs;
  await Promise.all(open.map((client) => client?.end({ timeout: 5 })));
}
