import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asPlatform, closePool, inTenant } from "@/db/client";
import { sessions, users } from "@/db/schema/people";
import { makeTenant } from "@/db/testing/make-tenant";
import { freshPhone, makeVisitor, readCode, wrongCode } from "@/db/testing/make-visitor";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Tenant } from "@/lib/tenants/types";
import { endSession } from "./end-session";
import { forgetOldSessions } from "./forget-old-sessions";
import { inviteMember } from "./invite-member";
import { loadActor } from "./queries";
import { requestCode } from "./request-code";
import { updateProfile } from "./update-profile";
import { verifyCode } from "./verify-code";

let tenant: Tenant;
let other: Tenant;
beforeAll(async () => {
  tenant = await makeTenant();
  other = await makeTenant();
});
afterAll(closePool);

async function asked(phone = freshPhone(), visitor = makeVisitor(tenant)) {
  const { id } = await requestCode(visitor, { phone });
  return { phone, visitor, challengeId: id, code: await readCode(phone) };
}

async function signedIn(phone = freshPhone()) {
  const { visitor, challengeId, code } = await asked(phone);
  return verifyCode(visitor, { challengeId, code });
}

const setUser = (userId: string, set: Partial<typeof users.$inferInsert>) =>
  inTenant(tenant.id, (tx) =>
    tx
      .update(users)
      .set(set)
      .where(and(eq(users.tenantId, tenant.id), eq(users.id, userId))),
  );

const setSession = (sessionId: string, change: ReturnType<typeof sql>) =>
  asPlatform((tx) => tx.execute(sql`update sessions set ${change} where id = ${sessionId}`));

describe("a code", () => {
  test("lets one in: of twenty parallel tries with it, exactly one", async () => {
    const { visitor, challengeId, code, phone } = await asked();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => verifyCode(visitor, { challengeId, code })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [row] = await asPlatform((tx) =>
      tx.execute(sql`
      select count(*)::int as sessions from sessions join users u on u.id = user_id where u.phone = ${phone}`),
    );
    expect(row?.sessions).toBe(1);
  });

  test("bears five wrong tries, in parallel too, and then not even the right one", async () => {
    const { visitor, challengeId, code } = await asked();
    const wrong = { challengeId, code: wrongCode(code) };
    await Promise.allSettled(Array.from({ length: 30 }, () => verifyCode(visitor, wrong)));
    const [row] = await asPlatform((tx) =>
      tx.execute(sql`select failures from otp_challenges where id = ${challengeId}`),
    );
    expect(row?.failures).toBe(5);
    await expect(verifyCode(visitor, { challengeId, code })).rejects.toMatchObject({ code: "OTP_TOO_MANY" });
  });

  test("is nothing in another browser, on another tenant, or twice", async () => {
    const { visitor, challengeId, code } = await asked();
    const input = { challengeId, code };
    const expired = { code: "OTP_EXPIRED" };
    await expect(verifyCode(makeVisitor(tenant), input)).rejects.toMatchObject(expired);
    await expect(verifyCode({ ...visitor, tenant: other }, input)).rejects.toMatchObject(expired);
    await verifyCode(visitor, input);
    await expect(verifyCode(visitor, input)).rejects.toMatchObject(expired);
  });

  test("dies after five minutes", async () => {
    const { visitor, challengeId, code } = await asked();
    await asPlatform((tx) =>
      tx.execute(
        sql`update otp_challenges set expires_at = expires_at - interval '301 seconds' where id = ${challengeId}`,
      ),
    );
    await expect(verifyCode(visitor, { challengeId, code })).rejects.toMatchObject({ code: "OTP_EXPIRED" });
  });

  test("is of no use after ten failures of its phone within the hour", async () => {
    const phone = freshPhone();
    const earlier = await asked(phone);
    await asPlatform((tx) =>
      tx.execute(sql`update otp_challenges set failures = 9, created_at = created_at - interval '50 minutes'
        where id = ${earlier.challengeId}`),
    );
    const { visitor, challengeId, code } = await asked(phone);
    const wrong = verifyCode(visitor, { challengeId, code: wrongCode(code) });
    await expect(wrong).rejects.toMatchObject({ code: "OTP_WRONG" });
    await expect(verifyCode(visitor, { challengeId, code })).rejects.toMatchObject({ code: "OTP_TOO_MANY" });
    await expect(requestCode(makeVisitor(tenant), { phone })).rejects.toMatchObject({ code: "OTP_TOO_MANY" });
  });
});

describe("a session", () => {
  test("stands for its person, who keeps id and name over logins", async () => {
    const phone = freshPhone();
    const first = await signedIn(phone);
    const found = await loadActor(tenant, first);
    expect(found?.actor).toEqual({ kind: "customer", userId: first.userId, phone });
    if (!found) throw new Error("not signed in");
    const ctx = { tenant, actor: found.actor, now: new Date(), requestId: "test-request" };
    await updateProfile(ctx, { name: "Sunita Jadhav", email: null });
    const again = await signedIn(phone);
    expect(again.userId).toBe(first.userId);
    expect((await loadActor(tenant, again))?.person.name).toBe("Sunita Jadhav");
  });

  test("is nothing on another tenant, nor for another person", async () => {
    const [token, stranger] = [await signedIn(), await signedIn()];
    expect(await loadActor(other, token)).toBeNull();
    expect(await loadActor(other, { ...token, tenantId: other.id })).toBeNull();
    expect(await loadActor(tenant, { ...token, userId: stranger.userId })).toBeNull();
  });

  test("ends when it is ended, and only that one", async () => {
    const [token, stranger] = [await signedIn(), await signedIn()];
    await endSession(tenant, token);
    await endSession(tenant, { ...stranger, userId: token.userId });
    expect(await loadActor(tenant, token)).toBeNull();
    expect(await loadActor(tenant, stranger)).not.toBeNull();
  });

  test("ends when it has run out", async () => {
    const token = await signedIn();
    await setSession(token.sessionId, sql`expires_at = clock_timestamp()`);
    expect(await loadActor(tenant, token)).toBeNull();
  });

  test("ends when its person is removed, or all their sessions are", async () => {
    const [removed, versioned] = [await signedIn(), await signedIn()];
    await setUser(removed.userId, { removedAt: new Date() });
    await setUser(versioned.userId, { sessionVersion: versioned.version + 1 });
    expect(await loadActor(tenant, removed)).toBeNull();
    expect(await loadActor(tenant, versioned)).toBeNull();
  });

  test("ends with each change of role: nobody is staff by a customer's login, nor stays it after", async () => {
    const phone = freshPhone();
    const customer = await signedIn(phone);
    await setUser(customer.userId, { role: "owner" });
    expect(await loadActor(tenant, customer)).toBeNull();
    const owner = await signedIn(phone);
    expect((await loadActor(tenant, owner))?.actor).toEqual({ kind: "staff", userId: owner.userId, role: "owner" });
    await setUser(owner.userId, { role: "customer" });
    expect(await loadActor(tenant, owner)).toBeNull();
  });

  test("lasts eight hours for the team, whatever its row says", async () => {
    const phone = freshPhone();
    await setUser((await signedIn(phone)).userId, { role: "owner" });
    const token = await signedIn(phone);
    expect(await loadActor(tenant, token)).not.toBeNull();
    await setSession(token.sessionId, sql`expires_at = expires_at + interval '30 days'`);
    await setSession(token.sessionId, sql`created_at = created_at - interval '8 hours 1 second'`);
    expect(await loadActor(tenant, token)).toBeNull();
  });

  test("lasts 30 days for a customer and eight hours for the team", async () => {
    const phone = freshPhone();
    const token = await signedIn(phone);
    expect(token.expiresInSeconds).toBe(30 * 86_400);
    await setUser(token.userId, { role: "staff" });
    expect((await signedIn(phone)).expiresInSeconds).toBe(8 * 3600);
  });
});

test("a session that ran out a day ago is forgotten, one that stands is not", async () => {
  const [old, standing] = [await signedIn(), await signedIn()];
  await setSession(old.sessionId, sql`expires_at = clock_timestamp() - interval '25 hours'`);
  await forgetOldSessions();
  const kept = await inTenant(tenant.id, (tx) => tx.select({ id: sessions.id }).from(sessions));
  expect(kept.map(({ id }) => id)).toContain(standing.sessionId);
  expect(kept.map(({ id }) => id)).not.toContain(old.sessionId);
});

test("somebody who was removed comes back as a customer, whatever they were", async () => {
  const phone = freshPhone();
  const before = await signedIn(phone);
  await setUser(before.userId, { role: "manager", removedAt: new Date() });
  const after = await signedIn(phone);
  expect((await loadActor(tenant, after))?.actor.kind).toBe("customer");
  expect(await loadActor(tenant, before)).toBeNull();
});

test("the phone of a merged duplicate lets in the customer who has its bookings; taken into the team it is its own again", async () => {
  const [kept, gone] = [await signedIn(), freshPhone()];
  const { userId } = await signedIn(gone);
  await setUser(userId, { mergedInto: kept.userId, removedAt: new Date() });
  const again = await signedIn(gone);
  expect(again.userId).toBe(kept.userId);
  expect(await loadActor(tenant, again)).toMatchObject({ actor: { kind: "customer", userId: kept.userId } });

  const owner: Ctx = {
    ...{ tenant, now: new Date(), requestId: "invite" },
    actor: { kind: "staff", userId: kept.userId, role: "owner" },
  };
  await inviteMember(owner, { phone: gone, name: "Vitthal", role: "staff" });
  const member = await signedIn(gone);
  expect(await loadActor(tenant, member)).toMatchObject({ actor: { kind: "staff", userId, role: "staff" } });
});
