import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { apiKeys } from "@/db/schema/api-keys";
import { auditEvents } from "@/db/schema/audit";
import { makeTenant, makeUser, type TestTenant } from "@/db/testing/make-tenant";
import { API_SCOPES, mayDo, scopesOf } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { hashOfKey } from "./api-key";
import { createApiKey } from "./create-api-key";
import { listApiKeys } from "./list-api-keys";
import { loadKeyActor } from "./load-key-actor";
import { revokeApiKey } from "./revoke-api-key";

let tenant: TestTenant;
let owner: Ctx & { userId: string };
beforeAll(async () => {
  tenant = await makeTenant();
  const { id: userId } = await makeUser(tenant.id, "owner");
  owner = { tenant, actor: { kind: "staff", userId, role: "owner" }, now: new Date(), requestId: "test", userId };
});

const make = (more: Partial<Parameters<typeof createApiKey>[1]> = {}) =>
  createApiKey(owner, { name: "Booking site", scopes: ["venue.read", "booking.read"], days: 30, ...more });

const one = (keyId: string) => and(eq(apiKeys.tenantId, tenant.id), eq(apiKeys.id, keyId));
const rowOf = async (keyId: string) =>
  (await inTenant(tenant.id, (tx) => tx.select().from(apiKeys).where(one(keyId))))[0];
const set = (keyId: string, values: Partial<typeof apiKeys.$inferInsert>) =>
  inTenant(tenant.id, (tx) => tx.update(apiKeys).set(values).where(one(keyId)));
const historyOf = (keyId: string) =>
  inTenant(tenant.id, (tx) => tx.select().from(auditEvents).where(eq(auditEvents.subjectId, keyId)));

describe("a new key", () => {
  test("is 256 random bits behind a word, and stands for its scopes", async () => {
    const [{ key, keyId }, other] = [await make(), await make()];
    expect(key).toMatch(/^mandap_[A-Za-z0-9_-]{43}$/);
    expect(other.key).not.toBe(key);
    expect(await loadKeyActor(tenant, key)).toEqual({ kind: "apiKey", keyId, scopes: ["venue.read", "booking.read"] });
  });

  test("is kept as a hash and a beginning: its secret is in no row, of no table that tells of it", async () => {
    const { key, keyId } = await make();
    const row = await rowOf(keyId);
    expect(row).toMatchObject({ hash: hashOfKey(key), prefix: key.slice(0, 13), createdBy: owner.userId });
    const told = JSON.stringify([row, await historyOf(keyId), await listApiKeys(owner)]);
    expect(told).not.toContain(key);
    expect(told).not.toContain(key.slice(13));
  });

  test("is given only what keys may be given", async () => {
    const { key, keyId } = await make({ scopes: ["booking.read", "team.write", "bank.read", "nonsense"] });
    expect((await rowOf(keyId))?.scopes).toEqual(["booking.read"]);
    expect((await loadKeyActor(tenant, key))?.scopes).toEqual(["booking.read"]);
    await expect(make({ scopes: ["team.write", "key.write"] })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  test("never may make keys itself, whatever its row says", async () => {
    const { key, keyId } = await make();
    await set(keyId, { scopes: ["key.write", "team.write", "bank.write", "booking.read"] });
    const actor = await loadKeyActor(tenant, key);
    expect(actor && mayDo(actor, "key.write")).toBe(false);
    expect(actor && mayDo(actor, "bank.write")).toBe(false);
    expect(actor && mayDo(actor, "booking.read")).toBe(true);
  });

  test("is written into the history, as is its end, once", async () => {
    const { keyId } = await make({ name: "Accounts" });
    await revokeApiKey(owner, { keyId });
    await revokeApiKey(owner, { keyId });
    const history = await historyOf(keyId);
    expect(history.map(({ type, subject }) => [type, subject])).toEqual([
      ["key.created", "Accounts"],
      ["key.revoked", "Accounts"],
    ]);
  });
});

describe("a key stands for nobody", () => {
  test("once it is revoked", async () => {
    const { key, keyId } = await make();
    await revokeApiKey(owner, { keyId });
    expect(await loadKeyActor(tenant, key)).toBeNull();
  });

  test("once it has run out, by the database's clock", async () => {
    const { key, keyId } = await make({ days: 1 });
    const left = ((await rowOf(keyId))?.expiresAt?.getTime() ?? 0) - Date.now();
    expect(Math.round(left / 3_600_000)).toBe(24);
    await inTenant(tenant.id, (tx) =>
      tx.update(apiKeys).set({ expiresAt: sql`clock_timestamp() - interval '1 second'` }).where(one(keyId)),
    );
    expect(await loadKeyActor(tenant, key)).toBeNull();
  });

  test("at another hall, nor altered, nor as anything else", async () => {
    const { key, keyId } = await make({ days: null });
    const elsewhere = await makeTenant();
    expect(await loadKeyActor(elsewhere, key)).toBeNull();
    const altered = key.slice(0, -1) + (key.endsWith("A") ? "B" : "A");
    const hash = (await rowOf(keyId))?.hash ?? "";
    for (const wrong of [altered, hash, keyId, `${key} `, key.slice(0, 13), "", "mandap_", "\u0000", "' or true --"]) {
      expect([wrong, await loadKeyActor(tenant, wrong)]).toEqual([wrong, null]);
    }
    expect(await loadKeyActor(tenant, key)).not.toBeNull();
    await expect(
      revokeApiKey({ ...owner, tenant: elsewhere, actor: { kind: "platform" } }, { keyId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await loadKeyActor(tenant, key)).not.toBeNull();
  });
});

test("its use is noted once a minute", async () => {
  const { key, keyId } = await make();
  await loadKeyActor(tenant, key);
  await expect.poll(async () => (await rowOf(keyId))?.lastUsedAt).not.toBeNull();
  const first = (await rowOf(keyId))?.lastUsedAt;
  await loadKeyActor(tenant, key);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await rowOf(keyId))?.lastUsedAt).toEqual(first);
  const before = new Date(Date.now() - 61_000);
  await set(keyId, { lastUsedAt: before });
  await loadKeyActor(tenant, key);
  await expect.poll(async () => (await rowOf(keyId))?.lastUsedAt?.getTime()).toBeGreaterThan(before.getTime());
});

test("the list shows those that work first, the newest first, and who made each", async () => {
  const hall = await makeTenant();
  const platform: Ctx = { ...owner, tenant: hall, actor: { kind: "platform" } };
  const keys = [];
  for (const name of ["first", "second", "third"]) {
    keys.push(await createApiKey(platform, { name, scopes: [...API_SCOPES], days: 30 }));
  }
  await revokeApiKey(platform, { keyId: keys[1]?.keyId ?? "" });
  const listed = await listApiKeys({ ...platform, now: new Date() });
  expect(listed.map(({ name, by, isLive }) => [name, by, isLive])).toEqual([
    ["third", null, true],
    ["first", null, true],
    ["second", null, false],
  ]);
  const later = new Date(Date.now() + 31 * 86_400_000);
  expect((await listApiKeys({ ...platform, now: later })).map(({ isLive }) => isLive)).toEqual([false, false, false]);
});

test("a key that works is listed, however many newer ones are over or work", async () => {
  const hall = await makeTenant();
  const platform: Ctx = { ...owner, tenant: hall, actor: { kind: "platform" } };
  const { keyId } = await createApiKey(platform, { name: "oldest", scopes: ["booking.read"], days: null });
  const many = (gone: boolean) =>
    Array.from({ length: 120 }, (_, n) => ({
      ...{
        tenantId: hall.id,
        id: newId(),
        name: `${n}`,
        prefix: "mandap_xxxxxx",
        scopes: ["booking.read"],
        hash: newId(),
      },
      ...(gone ? { revokedAt: new Date() } : {}),
    }));
  await inTenant(hall.id, (tx) => tx.insert(apiKeys).values([...many(true), ...many(false)]));
  const listed = await listApiKeys({ ...platform, now: new Date() });
  expect(listed.find(({ id }) => id === keyId)).toMatchObject({ name: "oldest", isLive: true });
  expect([listed.filter(({ isLive }) => isLive).length, listed.length]).toEqual([121, 221]);
});

test("a role's scopes are what its people may, less what keys are never given", () => {
  expect(scopesOf("staff")).not.toContain("blackout.write");
  expect(scopesOf("manager")).toContain("blackout.write");
  expect(scopesOf("manager")).not.toContain("cache.clear");
  expect(scopesOf("owner")).toContain("cache.clear");
  for (const role of ["staff", "manager", "owner"] as const) {
    for (const scope of ["key.write", "team.write", "bank.read", "import.run"] as const) {
      expect(scopesOf(role)).not.toContain(scope);
    }
  }
});
