import "server-only";
import postgres from "postgres";
import { isAway } from "./refusal";

type Run = (tx: postgres.TransactionSql) => Promise<unknown>;

/**
 * What postgres.js 3.4 does not look at: whether a transaction still has its connection. It writes the rollback, and whatever
 * else is asked, to one that was cut: that throws where nobody can catch it, and the connection is of no use from then on. Or
 * to the next transaction's, once the pool has connected anew or has given it away (porsager/postgres #1154, #1208).
 * Here neither is sent. It goes for what is asked by `unsafe`, as Drizzle does.
 */
export function whileConnected<T extends postgres.Sql>(client: T): T {
  const { begin } = client;
  const begun = (...asked: [Run] | [string, Run]) => {
    const fate = new Fate();
    const watched = (run: Run) => (tx: postgres.TransactionSql) => fate.unlessLost(() => run(inTransaction(tx, fate)));
    const done = asked.length === 1 ? begin(watched(asked[0])) : begin(asked[0], watched(asked[1]));
    // Nobody waits for a connection to close that no longer answers: that takes as long as the network likes.
    return Promise.race([done, fate.lost]).finally(() => fate.end());
  };
  return Object.assign(client, { begin: begun });
}

function inTransaction(tx: postgres.TransactionSql, fate: Fate): postgres.TransactionSql {
  const { unsafe, savepoint } = tx;
  const watched: typeof unsafe = (query, parameters, options) => {
    fate.assertOpen();
    return fate.watch(unsafe(query, parameters, options));
  };
  const saved = async (run: Run) => {
    fate.assertOpen();
    // What `run` failed at may be another connection's end; what it asked of this one is watched already.
    let ofRun: unknown;
    const noted = (inner: postgres.TransactionSql) =>
      run(inTransaction(inner, fate)).catch((error: unknown) => {
        ofRun = error;
        throw error;
      });
    const asked = savepoint((inner) => fate.unlessLost(() => noted(inner)));
    return fate.watch(asked, (error) => error !== ofRun);
  };
  return Object.assign(tx, { unsafe: watched, savepoint: saved });
}

/** What became of one transaction's connection. */
class Fate {
  #isGone = false;
  #lose: (error: ConnectionLost) => void = () => {};
  /** Fails where a statement took the connection along. */
  readonly lost = new Promise<never>((_, reject) => {
    this.#lose = reject;
  });

  /** @throws ConnectionLost where the connection is somebody else's by now, or nobody's */
  assertOpen(): void {
    if (this.#isGone) throw new ConnectionLost();
  }

  end(): void {
    this.#isGone = true;
  }

  /** Hears of a failure before whoever asked does, and may ask on. Without beginning it: `then` of postgres.js would. */
  watch<Q extends Promise<unknown>>(asked: Q, isOfConnection: (error: unknown) => boolean = () => true): Q {
    Promise.prototype.then.call(asked, undefined, (error: unknown) => {
      if (!isOfConnection(error) || !endsConnection(error)) return;
      this.end();
      this.#lose(new ConnectionLost(error));
    });
    return asked;
  }

  /**
   * What `run` comes to, never settled where the connection is gone: `lost` or `begin` itself has failed then, and `begin` would
   * only send a rollback after it. Postgres rolls back when a connection ends.
   */
  async unlessLost<T>(run: () => Promise<T>): Promise<T> {
    try {
      const result = await run();
      if (!this.#isGone) return result;
    } catch (error) {
      if (!this.#isGone) throw error;
    }
    return new Promise<never>(() => {});
  }
}

class ConnectionLost extends Error {
  readonly code = "CONNECTION_CLOSED";

  constructor(cause?: unknown) {
    super("the transaction is over, or its connection was lost", { cause });
    this.name = "ConnectionLost";
  }
}

/** Whether a statement that failed has taken its connection along. Of Postgres' own errors some do, and say so. */
export function endsConnection(error: unknown): boolean {
  if (error instanceof postgres.PostgresError) return error.severity === "FATAL" || error.severity === "PANIC";
  return isAway(error);
}

/**
 * Whether this is what postgres.js asks by itself on a new connection (which types are arrays), failed because the connection
 * ended over it. Nobody waits for that answer, so its failure comes up as a rejection that nobody handles; whoever wanted the
 * connection is told for himself, or gets another (porsager/postgres #1192, #1223).
 */
export function isLostAtStart(error: unknown): boolean {
  if (!(error instanceof Error) || !("query" in error)) return false;
  return endsConnection(error) && String(error.query).includes("pg_catalog.pg_type a");
}
