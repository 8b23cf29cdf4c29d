import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bossOver } from "./boss";
import { asPlatform, inTenant, jobsClient, rawClient, type Tx } from "./client";
import { gateToPostgres } from "./testing/broken-database";
import { makeTenant } from "./testing/make-tenant";

let gate: Awaited<ReturnType<typeof gateToPostgres>>;
beforeAll(async () => {
  gate = await gateToPostgres();
});
afterAll(() => gate.close());

/** What would have ended a process that lets no exception pass. */
let uncaught: unknown[] = [];
let listeners: NodeJS.UncaughtExceptionListener[] = [];
beforeEach(() => {
  uncaught = [];
  listeners = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => uncaught.push(error));
});
afterEach(() => {
  process.removeAllListeners("uncaughtException");
  for (const one of listeners) process.on("uncaughtException", one);
});

const one = (tx: Tx) => tx.execute<{ n: number }>(sql`select ${1}::int as n`);
const insideOf = {
  transaction: (tx: Tx, fn: (tx: Tx) => Promise<unknown>) => fn(tx),
  savepoint: (tx: Tx, fn: (tx: Tx) => Promise<unknown>) => tx.transaction(fn),
};

describe.each(["end", "reset"] as const)("a connection that is cut (%s)", (how) => {
  test.each(["transaction", "savepoint"] as const)(
    "while a %s waits for an answer: busy, and all goes on",
    async (within) => {
      const { id } = await makeTenant();
      const lost = inTenant(id, (tx) =>
        insideOf[within](tx, async (inner) => {
          await one(inner);
          setTimeout(() => gate.cut(how), 50);
          await inner.execute(sql`select pg_sleep(5)`);
        }),
      );
      await expect(lost).rejects.toMatchObject({ code: "BUSY" });
      await sleep(50);
      expect(uncaught).toEqual([]);
      const began = Date.now();
      await Promise.all(Array.from({ length: 20 }, () => inTenant(id, one)));
      // A connection that something was still to be written to would time out.
      expect(Date.now() - began).toBeLessThan(4000);
    },
  );

  test.each(["transaction", "savepoint"] as const)(
    "while a %s does something else: what it asks after that goes nowhere",
    async (within) => {
      const { id } = await makeTenant();
      let late: unknown;
      let lateStep: unknown;
      let isDone = () => {};
      const done = new Promise<void>((resolve) => (isDone = resolve));
      const lost = inTenant(id, (tx) =>
        insideOf[within](tx, async (inner) => {
          await one(inner);
          gate.cut(how);
          await sleep(100);
          // The pool has begun another on what was this connection.
          await asPlatform(async (other) => {
            await one(other);
            late = await one(inner).catch((error: unknown) => error);
            lateStep = await inner.transaction(one).catch((error: unknown) => error);
          });
          isDone();
        }),
      );
      await expect(lost).rejects.toMatchObject({ code: "BUSY" });
      await done;
      expect(late).toBeInstanceOf(Error);
      expect(lateStep).toBeInstanceOf(Error);
      expect(uncaught).toEqual([]);
    },
  );

  test("while the queue's own transaction runs: it fails, and all goes on", async () => {
    const boss = bossOver(rawClient, { working: false });
    setTimeout(() => gate.cut(how), 50);
    const asked = boss.getDb().executeSql("begin; select pg_sleep(5); commit");
    await expect(asked).rejects.toThrow();
    await sleep(50);
    expect(uncaught).toEqual([]);
    await Promise.all(Array.from({ length: 20 }, () => rawClient()`select 1`));
    expect(uncaught).toEqual([]);
  });
});

test("jobs are not sent for ever over a connection that could not be made again", async () => {
  const boss = bossOver(jobsClient, { working: false });
  const first = jobsClient();
  gate.isShut = true;
  await expect(boss.getDb().executeSql("select 1")).rejects.toMatchObject({ code: "CONNECT_TIMEOUT" });
  gate.isShut = false;
  expect(jobsClient()).not.toBe(first);
  await expect(boss.getDb().executeSql("select 1 as n")).resolves.toMatchObject({ rows: [{ n: 1 }] });
});

test("what a transaction left unfinished is not asked once it is over", async () => {
  const { id } = await makeTenant();
  let late: Promise<unknown> | undefined;
  await inTenant(id, async (tx) => {
    await one(tx);
    late = sleep(50).then(() => one(tx));
    late.catch(() => undefined);
  });
  await expect(late).rejects.toThrow();
});
