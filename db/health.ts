import "server-only";
import postgres from "postgres";
import journal from "@/drizzle/meta/_journal.json";
import { env } from "@/lib/env";
import { integrityFaults } from "./integrity";
import { whileConnected } from "./lost-connections";

/** No answer takes longer, whatever state Postgres is in. */
const ANSWER_WITHIN_MS = 1500;
/** What guards the data changes with a migration, if ever: it is looked at less often than somebody may ask. */
const INTEGRITY_LASTS_MS = 10_000;

export type Look<T> = { latencyMs: number } & ({ value: T } | { error: unknown });
export type Queue = { name: string; waiting: number; oldestSeconds: number };

export type DatabaseHealth = {
  database: Look<true>;
  /** Of the migrations that this version brings, those that the database has. It may have later ones too. */
  migrations: Look<{ applied: number; expected: number }>;
  /** What is missing or altered of the constraint, the policies and the triggers. */
  constraint: Look<string[]>;
  /** Jobs that are due, by queue; and when anybody last looked at the schedule, null where nobody ever did. */
  queue: Look<{ queues: Queue[]; scheduledSecondsAgo: number | null }>;
};

// A connection of its own: where every other waits for a lock, the database is busy and not ill.
const held = globalThis as typeof globalThis & { mandapHealth?: postgres.Sql };
let integrity: { faults: Promise<string[]>; until: number } | undefined;

function client(): postgres.Sql {
  held.mandapHealth ??= whileConnected(
    postgres(env().DATABASE_URL, {
      max: 1,
      prepare: env().DATABASE_PREPARE === "1",
      idle_timeout: 60,
      connect_timeout: 2,
      backoff: () => 0.1,
      onnotice: () => {},
      connection: { application_name: "mandap-health", statement_timeout: ANSWER_WITHIN_MS },
    }),
  );
  return held.mandapHealth;
}

/** A connection that did not answer would keep the next look waiting too. */
function discard(used: postgres.Sql): void {
  if (held.mandapHealth !== used) return;
  delete held.mandapHealth;
  integrity = undefined;
  void used.end({ timeout: 0 }).catch(() => undefined);
}

/** Looks at all of it at once, within a second and a half. Never throws. */
export async function lookAtDatabase(): Promise<DatabaseHealth> {
  const sql = client();
  const [database, migrations, constraint, queue] = await Promise.all([
    look(sql, async () => {
      await sql`select 1`;
      return true as const;
    }),
    look(sql, () => migrationsIn(sql)),
    look(sql, () => knownFaults(sql)),
    look(sql, () => queuesIn(sql)),
  ]);
  return { database, migrations, constraint, queue };
}

async function look<T>(sql: postgres.Sql, at: () => Promise<T>): Promise<Look<T>> {
  const began = performance.now();
  const latencyMs = () => Math.round((performance.now() - began) * 10) / 10;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      discard(sql);
      reject(new Error("no answer in time"));
    }, ANSWER_WITHIN_MS);
  });
  try {
    const value = await Promise.race([at(), tooLate]);
    return { value, latencyMs: latencyMs() };
  } catch (error) {
    return { error, latencyMs: latencyMs() };
  } finally {
    clearTimeout(timer);
  }
}

async function migrationsIn(sql: postgres.Sql): Promise<{ applied: number; expected: number }> {
  const rows = await sql<{ created_at: string }[]>`select created_at from drizzle.__drizzle_migrations`;
  const known = new Set(rows.map((row) => Number(row.created_at)));
  const { entries } = journal;
  return { applied: entries.filter(({ when }) => known.has(when)).length, expected: entries.length };
}

function knownFaults(sql: postgres.Sql): Promise<string[]> {
  if (!integrity || Date.now() > integrity.until) {
    const found = { faults: integrityFaults(sql), until: Date.now() + INTEGRITY_LASTS_MS };
    integrity = found;
    found.faults.catch(() => {
      if (integrity === found) integrity = undefined;
    });
  }
  return integrity.faults;
}

async function queuesIn(sql: postgres.Sql): Promise<{ queues: Queue[]; scheduledSecondsAgo: number | null }> {
  const [queues, [schedule]] = await Promise.all([
    sql<Queue[]>`
      select name, count(*)::int as waiting,
        max(extract(epoch from clock_timestamp() - greatest(created_on, start_after)))::float8 as "oldestSeconds"
      from pgboss.job where state < 'active' and not blocked and start_after <= clock_timestamp() group by name`,
    sql<{ ago: number | null }[]>`
      select extract(epoch from clock_timestamp() - max(cron_on))::float8 as ago from pgboss.version`,
  ]);
  return { queues: [...queues], scheduledSecondsAgo: schedule?.ago ?? null };
}

/** Messages of all halls that failed and that nobody has seen to. @throws where the database does not answer */
export async function countFailedMessages(): Promise<number> {
  const sql = client();
  const looked = await look(sql, () =>
    sql.begin("read only", async (tx) => {
      await tx.unsafe("select set_config('role', 'mandap_platform', true)");
      const [row] = await tx.unsafe<{ failed: number }[]>(
        "select count(*)::int as failed from messages where status = 'failed' and settled_at is null",
      );
      return row?.failed ?? 0;
    }),
  );
  if ("error" in looked) throw looked.error;
  return looked.value;
}

export async function closeHealth(): Promise<void> {
  const used = held.mandapHealth;
  delete held.mandapHealth;
  await used?.end({ timeout: 1 });
}
