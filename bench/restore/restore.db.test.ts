import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { integrityFaults } from "@/db/integrity";
import { migrateDatabase } from "@/db/migrate-database";
import { startPostgres } from "@/local/postgres";
import { runScript } from "@/local/scripts";
import { backUp, contentsOf, differences, restore, startEmptyCluster } from "./copy";
import { findTools } from "./tools";

const tools = findTools();

/** At full size, with a site on what was restored: `npm run prove -- restore`. */
test.skipIf(!tools)(
  "a dump restored on a machine that knows nothing of Mandap has every row, and guards them as before",
  async () => {
    if (tools?.bin) process.env.LOCAL_POSTGRES_BIN = tools.bin;
    const dir = mkdtempSync(join(tmpdir(), "mandap-restore-"));
    chmodSync(dir, 0o755);
    const source = await startPostgres({ dir: join(dir, "source"), throwAway: true });
    const target = await startEmptyCluster(join(dir, "target"));
    const url = `postgres://mandap_owner:of-the-new-machine@127.0.0.1:${target.port}/mandap`;
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    try {
      await migrateDatabase(source.url);
      await runScript(["db/seed/run.ts"], { ...process.env, DATABASE_URL: source.url });
      const dump = await backUp(source.adminUrl, join(dir, "backups"));
      await restore(dump, target.adminUrl, "of-the-new-machine");

      const before = await contentsOf(source.adminUrl);
      expect(before.get("public.bookings")?.rows).toBeGreaterThan(100);
      expect(differences(before, await contentsOf(target.adminUrl))).toEqual([]);
      expect(await integrityFaults(sql)).toEqual([]);
      await migrateDatabase(url);
      expect(await bookingsSeenBy(sql, "parbhani")).toBeGreaterThan(100);
      expect(await bookingsSeenBy(sql, "nobody")).toBe(0);
      await expect(restore(dump, target.adminUrl, "")).rejects.toThrow("mandap is not empty");
    } finally {
      delete process.env.LOCAL_POSTGRES_BIN;
      await sql.end();
      await Promise.all([source.stop(), target.stop()]);
      rmSync(dir, { recursive: true, force: true });
    }
  },
  60_000,
);

/** As the app asks: in its role, for one tenant. */
async function bookingsSeenBy(sql: postgres.Sql, slug: string): Promise<number> {
  const id = "(select id::text from tenants where slug = $1)";
  return sql.begin(async (tx) => {
    await tx.unsafe("set local role mandap_platform");
    await tx.unsafe(`select set_config('app.tenant', coalesce(${id}, ''), true)`, [slug]);
    await tx.unsafe("set local role mandap_app");
    const [row] = await tx<{ seen: number }[]>`select count(*)::int as seen from bookings`;
    return row?.seen ?? -1;
  });
}
