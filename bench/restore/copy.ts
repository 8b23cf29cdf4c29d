import { spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { type LocalPostgres, startPostgres } from "../../local/postgres";
import { ROOT } from "../site";

/** A cluster as a new machine has it: a superuser, and nothing of Mandap. */
export async function startEmptyCluster(dir: string): Promise<LocalPostgres> {
  const cluster = await startPostgres({ dir, throwAway: true });
  const admin = postgres(cluster.adminUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe("drop database mandap with (force)");
  await admin.unsafe("drop role mandap_owner");
  await admin.end();
  return cluster;
}

/** `deploy/backup.sh`, as an operator runs it; the path of the dump. */
export async function backUp(adminUrl: string, dir: string): Promise<string> {
  mkdirSync(dir, { recursive: true });
  await script("backup.sh", [], { ...libpq(adminUrl), PGDATABASE: "mandap", BACKUP_DIR: dir });
  const dump = readdirSync(dir).findLast((name) => name.endsWith(".dump"));
  if (!dump) throw new Error("backup.sh left no dump");
  return join(dir, dump);
}

/** `deploy/restore.sh` into a cluster that knows nothing of Mandap. */
export async function restore(dump: string, adminUrl: string, ownerPassword: string): Promise<void> {
  await script("restore.sh", [dump], { ...libpq(adminUrl), MANDAP_DB_PASSWORD: ownerPassword });
}

function libpq(url: string): Record<string, string> {
  const { hostname, port, username, password } = new URL(url);
  return { PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: decodeURIComponent(password) };
}

function script(name: string, args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn("sh", [join(ROOT, "deploy", name), ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code) => (code === 0 ? done() : failed(new Error(`${name} ended with ${code}: ${said}`))));
  });
}

export type Contents = Map<string, { rows: number; sum: string }>;

/** Each table's rows, and a sum over all that they say. What counts generations is left out: a restore raises it. */
export async function contentsOf(adminUrl: string): Promise<Contents> {
  const url = new URL(adminUrl);
  url.pathname = "/mandap";
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
  try {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'drizzle', 'pgboss') and c.relname <> 'venue_generations' order by 1`;
    const contents: Contents = new Map();
    for (const { name } of tables) {
      const [row] = await sql<{ rows: number; sum: string }[]>`
        select count(*)::int as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as sum from ${sql.unsafe(name)} t`;
      if (row) contents.set(name, { rows: row.rows, sum: row.sum });
    }
    return contents;
  } finally {
    await sql.end();
  }
}

/** Tables that do not say the same on both sides. */
export function differences(before: Contents, after: Contents): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter(
    (name) => before.get(name)?.rows !== after.get(name)?.rows || before.get(name)?.sum !== after.get(name)?.sum,
  );
}
