import "server-only";
import { createServer, connect as dial, type Socket } from "node:net";
import { env } from "@/lib/env";
import { closePool, rawClient } from "../client";
import { closeHealth } from "../health";

/**
 * Stands between this process and Postgres. While `isShut` it lets nothing through and closes nothing, as a server that was
 * stopped in the middle of a sentence does.
 */
export async function gateToPostgres() {
  const real = new URL(env().DATABASE_URL);
  const sockets = new Set<Socket>();
  const gate = {
    isShut: false,
    /** Whoever sends this loses their connection over it; `times` is how often still. */
    fatal: { text: "", times: 0 },
    /** Cuts every connection, by a last packet or by a reset, as a restart or a failing network does. */
    cut: (how: "end" | "reset") => {
      for (const socket of sockets) {
        if (how === "reset") socket.resetAndDestroy();
        else socket.destroy();
      }
      sockets.clear();
    },
    close: async () => {
      await Promise.all([closePool(), closeHealth()]);
      for (const socket of sockets) socket.destroy();
      server.close();
      env().DATABASE_URL = real.href;
    },
  };
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on("data", (bytes) => {
      const { fatal } = gate;
      if (fatal.times > 0 && bytes.includes(fatal.text)) {
        fatal.times -= 1;
        return from.resetAndDestroy();
      }
      return gate.isShut || to.write(bytes);
    });
    from.on("close", () => to.destroy());
    from.on("error", () => to.destroy());
  };
  const server = createServer((socket) => {
    const behind = dial(Number(real.port), real.hostname);
    join(socket, behind);
    join(behind, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  env().DATABASE_URL = Object.assign(new URL(real), { hostname: "127.0.0.1", port: String(address.port) }).href;
  return gate;
}

/** While nobody listens where the database was. */
export async function withoutPostgres(work: () => Promise<void>): Promise<void> {
  const real = env().DATABASE_URL;
  await closePool();
  env().DATABASE_URL = Object.assign(new URL(real), { port: "9" }).href;
  try {
    await work();
  } finally {
    await closePool();
    env().DATABASE_URL = real;
  }
}

export async function withoutConstraint(work: () => Promise<void>): Promise<void> {
  const sql = rawClient();
  await sql`alter table allocations rename constraint no_double_booking to gone`;
  await work().finally(() => sql`alter table allocations rename constraint gone to no_double_booking`);
}

export async function withoutLastMigration(work: () => Promise<void>): Promise<void> {
  const sql = rawClient();
  const [row] = await sql<{ hash: string; created_at: string }[]>`
    delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)
    returning hash, created_at`;
  if (!row) throw new Error("no migrations");
  await work().finally(
    () => sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${row.hash}, ${row.created_at})`,
  );
}

/** A job that has been due for an hour. */
export async function withLateJob(work: () => Promise<void>): Promise<void> {
  const sql = rawClient();
  await sql`insert into pgboss.job (name, data, start_after, created_on)
    values ('notify', '{"of": "nobody"}', now() - interval '1 hour', now() - interval '1 hour')`;
  await work().finally(() => sql`delete from pgboss.job where data->>'of' = 'nobody'`);
}

/** As where a worker last looked at the schedule so long ago; null: none ever did. */
export async function lastScheduled(secondsAgo: number | null): Promise<void> {
  await rawClient()`update pgboss.version set cron_on = clock_timestamp() - make_interval(secs => ${secondsAgo}::float8)`;
}

/** Postgres brings its statistics up to date about once a second. */
export async function transactionsSoFar(): Promise<number> {
  const [row] = await rawClient()<{ n: number }[]>`
    select xact_commit::int as n from pg_stat_database where datname = current_database()`;
  return row?.n ?? 0;
}
