import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { postgresAccount } from "./cluster/account";
import { freeCluster } from "./cluster/data-directory";
import { inTheOpen } from "./cluster/in-the-open";
import { type LocalPostgres, startPostgres } from "./postgres";
import { processInfo, signal } from "./processes";

const dir = mkdtempSync(join(tmpdir(), "mandap-postgres-"));
let server: LocalPostgres;

async function query<T extends postgres.Row>(url: string, text: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    return await sql.unsafe<T[]>(text);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

beforeAll(async () => {
  server = await startPostgres({ dir, throwAway: true });
});
afterAll(async () => {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe("the local Postgres", () => {
  it("gives the app an owner that is no superuser and cannot pass by row-level security", async () => {
    const [role] = await query(
      server.url,
      `select current_user as name, current_database() as database, rolsuper, rolbypassrls, rolcreaterole,
         pg_get_userbyid(datdba) as owner
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    );
    expect(role).toEqual({
      name: "mandap_owner",
      database: "mandap",
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: true,
      owner: "mandap_owner",
    });
  });

  it("lets that owner make the roles and extensions that the schema asks for", async () => {
    await query(
      server.url,
      `create extension if not exists btree_gist; create extension if not exists pg_trgm;
       create role local_test_role nologin; grant local_test_role to current_user;
       set role local_test_role; reset role; drop role local_test_role`,
    );
  });

  it("comes back by itself after kill -9, with all that was committed", async () => {
    await query(server.url, "create table kept (n int); insert into kept values (1)");
    const before = server.pid();
    expect(signal(before ?? 0, "SIGKILL")).toBe(true);
    await vi.waitFor(async () => expect(await query(server.url, "select n from kept")).toEqual([{ n: 1 }]), {
      timeout: 10_000,
      interval: 100,
    });
    expect(server.pid()).not.toBe(before);
  });
});

describe("a directory that is closed to others", () => {
  const isRoot = process.getuid?.() === 0;

  it.runIf(isRoot)("gives way to one that Postgres' user may reach, the same each time", () => {
    const closed = mkdtempSync(join(tmpdir(), "mandap-closed-"));
    const open = inTheOpen(join(closed, "project", "postgres"), postgresAccount());
    expect(open).toMatch(/^\/var\/tmp\/mandap-postgres-/);
    expect(inTheOpen(join(closed, "project", "postgres"), postgresAccount())).toBe(open);
    rmSync(closed, { recursive: true });
  });
});

describe("a data directory left behind", () => {
  it("is freed of the Postgres that still runs on it", async () => {
    const orphan = server.pid() ?? 0;
    expect(await freeCluster(server.dir)).toBe("stopped");
    expect(processInfo(orphan)).toBeNull();
    await vi.waitFor(() => query(server.url, "select 1"), { timeout: 10_000, interval: 100 });
  });

  it("is freed of a lock whose process is someone else by now", async () => {
    const stale = mkdtempSync(join(tmpdir(), "mandap-stale-"));
    writeFileSync(join(stale, "postmaster.pid"), `${process.pid}\n${stale}\n`);
    expect(await freeCluster(stale)).toBe("stale");
    expect(await freeCluster(stale)).toBe("clean");
    rmSync(stale, { recursive: true });
  });
});
