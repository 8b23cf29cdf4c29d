import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { integrityFaults } from "./integrity";
import { migrateDatabase } from "./migrate-database";

const connect = (url: string) => postgres(url, { max: 1, onnotice: () => {} });
const admin = connect(process.env.LOCAL_ADMIN_URL ?? "");
afterAll(() => admin.end());

async function inEmptyDatabase(name: string, use: (url: string) => Promise<void>): Promise<void> {
  await admin.unsafe(`create database ${name} owner mandap_owner`);
  const url = new URL(env().DATABASE_URL);
  url.pathname = `/${name}`;
  try {
    await use(url.href);
  } finally {
    await admin.unsafe(`drop database ${name} with (force)`);
  }
}

test("three that migrate an empty database at once take turns, and it is whole", () =>
  inEmptyDatabase("three_at_once", async (url) => {
    await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
    const migrated = connect(url);
    expect(await integrityFaults(migrated)).toEqual([]);
    await migrated.end();
  }));

test("a migration steps aside for a table in use and comes back: nobody waits behind it for long", () =>
  inEmptyDatabase("in_use", async (url) => {
    await migrateDatabase(url);
    const folder = withOneMore("alter table bookings add column tried_twice integer;");
    const [busy, reader] = [connect(url), connect(url)];
    const report = await busy.reserve();
    try {
      await report.unsafe("begin; lock table bookings in access share mode");
      const migrating = migrateDatabase(url, folder);
      await sleep(500);
      const asked = Date.now();
      await reader`select from bookings`;
      expect(Date.now() - asked).toBeLessThan(3_500);
      await report.unsafe("rollback");
      await migrating;
      const [row] = await reader`select from pg_attribute where attname = 'tried_twice'`;
      expect(row).toBeDefined();
    } finally {
      report.release();
      await Promise.all([busy.end(), reader.end()]);
      rmSync(folder, { recursive: true });
    }
  }));

/** The project's migrations and one more, in a folder of their own. */
function withOneMore(sql: string): string {
  const folder = mkdtempSync(join(tmpdir(), "mandap-migrations-"));
  cpSync("drizzle", folder, { recursive: true });
  const file = join(folder, "meta", "_journal.json");
  const journal: { entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[] } =
    JSON.parse(readFileSync(file, "utf8"));
  const last = journal.entries.at(-1);
  if (!last) throw new Error("no migration");
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: "9999_one_more" });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(join(folder, "9999_one_more.sql"), sql);
  return folder;
}
