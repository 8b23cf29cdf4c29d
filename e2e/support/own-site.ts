import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../local/ports";
import { startPostgres } from "../../local/postgres";
import { end } from "../../local/processes";
import { runScript } from "../../local/scripts";
import { siteEnv, statusOf } from "./site";

const HALL = "docs/hall-sample.json";
const NEXT = join("node_modules", "next", "dist", "bin", "next");
const FIRST_PORT = 3180;

/** Ends or undoes, last first. */
type Undo = () => unknown;

/**
 * A server beside the one that the other tests use, with a Postgres of its own in which there is one hall, and which a test
 * may stop and start again. Upstash and the stand-ins are those of the other.
 */
export async function startOwnSite() {
  const undo: Undo[] = [];
  const stop = async () => {
    for (const one of undo.splice(0).reverse()) await one();
  };
  try {
    const dir = mkdtempSync(join(tmpdir(), "mandap-e2e-"));
    undo.push(() => rmSync(dir, { recursive: true, force: true }));
    chmodSync(dir, 0o755);
    const port = await freePort(FIRST_PORT);
    const databasePort = await freePort(port + 1);
    const start = () => startPostgres({ dir: join(dir, "postgres"), port: databasePort, throwAway: true });
    let database = await start();
    undo.push(() => database.stop());

    const hall: { slug: string; owner: { phone: string }; venue: { slug: string } } = JSON.parse(
      readFileSync(HALL, "utf8"),
    );
    const env = {
      ...process.env,
      ...siteEnv(),
      ...{ DATABASE_URL: database.url, PORT: String(port), DEFAULT_TENANT: hall.slug, LOG_LEVEL: "silent" },
      ...{ MANDAP_LOCAL: "1", NODE_ENV: "production" as const },
    };
    await runScript(["db/migrate.ts"], env);
    await runScript(["db/seed/add-hall.ts", HALL], env);

    const next = spawn(process.execPath, [NEXT, "start", "--port", env.PORT], { env, stdio: "ignore" });
    undo.push(() => next.pid && end(next.pid, [["SIGTERM", 5_000]]));
    const url = `http://localhost:${port}`;
    for (const deadline = Date.now() + 60_000; (await statusOf(`${url}/en`)) !== 200; await sleep(100)) {
      if (next.exitCode !== null || Date.now() > deadline) throw new Error("the server does not answer");
    }
    return {
      ...{ url, hall, databaseUrl: database.url, stop },
      stopDatabase: () => database.stop(),
      startDatabase: async () => {
        database = await start();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
