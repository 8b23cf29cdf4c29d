import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asPlatform, closePool } from "@/db/client";
import { makeTenant } from "@/db/testing/make-tenant";
import { freshPhone, makeVisitor, readCode, readInbox, wrongCode } from "@/db/testing/make-visitor";
import type { Tenant } from "@/lib/tenants/types";
import { forgetOldChallenges } from "./forget-old-challenges";
import { findPendingChallenge } from "./queries";
import { requestCode } from "./request-code";
import { resendCode } from "./resend-code";
import { verifyCode } from "./verify-code";

let tenant: Tenant;
let other: Tenant;
beforeAll(async () => {
  tenant = await makeTenant();
  other = await makeTenant();
});
afterAll(closePool);

/** Limits run on the database's clock: what lies back in time is moved there. */
const age = (phone: string, seconds: number) =>
  asPlatform((tx) =>
    tx.execute(sql`
      update otp_challenges set created_at = created_at - make_interval(secs => ${seconds}),
        expires_at = expires_at - make_interval(secs => ${seconds}) where phone = ${phone}`),
  );

/** Codes that were sent by others, so many seconds ago. */
const sent = (count: number, { phone, ip, seconds }: { phone: string; ip: string; seconds: number }) =>
  asPlatform((tx) =>
    tx.execute(sql`
      insert into otp_challenges (tenant_id, id, phone, code_hmac, browser_hash, ip, created_at, expires_at, consumed_at)
      select ${other.id}, gen_random_uuid(), ${phone}, 'x', 'planted', ${ip}, past, past, past
      from generate_series(1, ${count}), lateral (select clock_timestamp() - make_interval(secs => ${seconds}) past) p`),
  );

const ask = (phone: string, known = {}) => requestCode(makeVisitor(tenant, known), { phone });
const refused = (code: string) => ({ code });

describe("a code", () => {
  test("comes as an SMS in the person's language that ends in the line for WebOTP", async () => {
    const phone = freshPhone();
    const pending = await ask(phone.replace("+91", "0"), { locale: "mr", host: "hall.example" });
    const [text] = await readInbox(phone);
    expect(text).toMatch(/^\S[\s\S]*तुमचा कोड (\d{6}) आहे[\s\S]*\n\n@hall\.example #\1$/);
    expect(pending).toMatchObject({ resendInSeconds: 30, expiresInSeconds: 300 });
    expect(JSON.stringify(pending)).not.toContain(phone.slice(5));
  });

  test("is stored neither as itself nor with the browser's secret", async () => {
    const phone = freshPhone();
    const visitor = makeVisitor(tenant);
    await requestCode(visitor, { phone });
    const code = await readCode(phone);
    const rows = await asPlatform((tx) => tx.execute(sql`select t::text from otp_challenges t where phone = ${phone}`));
    const stored = String(rows[0]?.t).replace(phone, "");
    expect(stored).not.toMatch(new RegExp(`\\b${code}\\b`));
    expect(stored).not.toContain(visitor.browser);
  });

  test("is found again by the browser that asked, and by no other", async () => {
    const visitor = makeVisitor(tenant);
    const pending = await requestCode(visitor, { phone: freshPhone() });
    expect(await findPendingChallenge(tenant, visitor.browser)).toMatchObject({ id: pending.id });
    expect(await findPendingChallenge(tenant, makeVisitor(tenant).browser)).toBeNull();
    expect(await findPendingChallenge(other, visitor.browser)).toBeNull();
  });

  test.each(["12345", "+14155550123", "1234567890", "०१२३४"])("is not sent to %s", async (phone) => {
    await expect(ask(phone)).rejects.toMatchObject(refused("PHONE_INVALID"));
  });
});

describe("limits of sending", () => {
  test("a resend waits 30, 60, 120 and then 300 seconds", async () => {
    const phone = freshPhone();
    for (const wait of [30, 60, 120, 300]) {
      await ask(phone);
      await age(phone, wait - 3);
      await expect(ask(phone)).rejects.toMatchObject(refused("OTP_RESEND_TOO_SOON"));
      await age(phone, 4);
      // Three in ten minutes is a limit of its own, so what was sent before moves out of it.
      await asPlatform((tx) =>
        tx.execute(sql`update otp_challenges set created_at = created_at - interval '10 minutes'
          where phone = ${phone} and id <> (select id from otp_challenges where phone = ${phone} order by created_at desc limit 1)`),
      );
    }
  });

  test("3 in ten minutes for a phone, whichever hall sends them", async () => {
    const phone = freshPhone();
    await sent(2, { phone, ip: "192.0.2.1", seconds: 500 });
    await ask(phone);
    await age(phone, 31);
    await expect(ask(phone)).rejects.toMatchObject({ code: "OTP_SEND_LIMIT", details: { retryAfterSeconds: 69 } });
    await age(phone, 70);
    await ask(phone);
  });

  test("8 a day for a phone", async () => {
    const phone = freshPhone();
    await sent(7, { phone, ip: "192.0.2.1", seconds: 3000 });
    await ask(phone);
    await age(phone, 1900);
    await expect(ask(phone)).rejects.toMatchObject(refused("OTP_SEND_LIMIT"));
  });

  test("20 an hour for a network", async () => {
    const { ip } = makeVisitor(tenant);
    await sent(19, { phone: freshPhone(), ip, seconds: 3000 });
    await ask(freshPhone(), { ip });
    await expect(ask(freshPhone(), { ip })).rejects.toMatchObject(refused("OTP_SEND_LIMIT"));
  });

  test("200 an hour for ten thousand neighbouring numbers", async () => {
    const prefix = freshPhone().slice(0, 9);
    await sent(199, { phone: `${prefix}0000`, ip: "192.0.2.1", seconds: 3000 });
    await ask(`${prefix}1111`);
    await expect(ask(`${prefix}2222`)).rejects.toMatchObject(refused("OTP_SEND_LIMIT"));
  });

  test("a daily cap for everyone", async () => {
    const phone = freshPhone();
    await sent(5000, { phone, ip: "192.0.2.1", seconds: 7200 });
    try {
      await expect(ask(freshPhone())).rejects.toMatchObject(refused("OTP_SEND_LIMIT"));
    } finally {
      await asPlatform((tx) => tx.execute(sql`delete from otp_challenges where phone = ${phone}`));
    }
  });

  test("hold for requests in parallel: of ten for one phone, one is sent", async () => {
    const phone = freshPhone();
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => ask(phone)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readInbox(phone)).toHaveLength(1);
  });

  test("hold for requests in parallel: of 25 from one network, 20 are sent", async () => {
    const { ip } = makeVisitor(tenant);
    const results = await Promise.allSettled(Array.from({ length: 25 }, () => ask(freshPhone(), { ip })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  });
});

describe("a resend", () => {
  test("does not reset the count of wrong tries, and the code before it is dead, a wrong try as well", async () => {
    const phone = freshPhone();
    const visitor = makeVisitor(tenant);
    const first = await requestCode(visitor, { phone });
    const firstCode = await readCode(phone);
    for (const triesLeft of [4, 3, 2]) {
      const wrong = verifyCode(visitor, { challengeId: first.id, code: wrongCode(firstCode) });
      await expect(wrong).rejects.toMatchObject({ code: "OTP_WRONG", details: { triesLeft } });
    }
    await age(phone, 31);
    const second = await resendCode(visitor, { challengeId: first.id });
    const code = await readCode(phone);
    const old = verifyCode(visitor, { challengeId: second.id, code: firstCode });
    await expect(old).rejects.toMatchObject({ code: "OTP_WRONG", details: { triesLeft: 1 } });
    const wrong = verifyCode(visitor, { challengeId: second.id, code: wrongCode(code) });
    await expect(wrong).rejects.toMatchObject(refused("OTP_TOO_MANY"));
    await expect(verifyCode(visitor, { challengeId: second.id, code })).rejects.toMatchObject(refused("OTP_TOO_MANY"));
  });

  test("is believed before the browser has heard of it: it knows only the code before", async () => {
    const phone = freshPhone();
    const visitor = makeVisitor(tenant);
    const known = { challengeId: (await requestCode(visitor, { phone })).id };
    const old = { ...known, code: await readCode(phone) };
    await age(phone, 31);
    await resendCode(visitor, known);
    await expect(verifyCode(visitor, old)).rejects.toMatchObject({ code: "OTP_WRONG", details: { triesLeft: 4 } });
    const right = { ...known, code: await readCode(phone) };
    await expect(verifyCode(makeVisitor(tenant), right)).rejects.toMatchObject(refused("OTP_EXPIRED"));
    await expect(verifyCode(visitor, right)).resolves.toHaveProperty("userId");
    await expect(verifyCode(visitor, right)).rejects.toMatchObject(refused("OTP_EXPIRED"));
  });

  test("of another phone in the same browser stands for that phone alone", async () => {
    const visitor = makeVisitor(tenant);
    const [mother, son] = [freshPhone(), freshPhone()];
    const known = { challengeId: (await requestCode(visitor, { phone: mother })).id };
    await requestCode(visitor, { phone: son });
    const code = await readCode(son);
    await expect(verifyCode(visitor, { ...known, code })).rejects.toMatchObject(refused("OTP_EXPIRED"));
  });

  test("in another browser does not reset it either", async () => {
    const phone = freshPhone();
    const visitor = makeVisitor(tenant);
    const first = await requestCode(visitor, { phone });
    const code = await readCode(phone);
    for (let i = 0; i < 5; i++) {
      await verifyCode(visitor, { challengeId: first.id, code: wrongCode(code) }).catch(() => {});
    }
    await age(phone, 31);
    await expect(ask(phone)).rejects.toMatchObject(refused("OTP_TOO_MANY"));
  });

  test("is not for another browser to ask for", async () => {
    const phone = freshPhone();
    const first = await ask(phone);
    await age(phone, 31);
    const stranger = resendCode(makeVisitor(tenant), { challengeId: first.id });
    await expect(stranger).rejects.toMatchObject(refused("OTP_EXPIRED"));
  });
});

describe("when MSG91", () => {
  const misbehave = (fault: object) =>
    fetch(`${process.env.MSG91_API_URL}/__control`, { method: "POST", body: JSON.stringify({ ...fault, times: 1 }) });

  test("refuses, the person is told to try again and no code waits", async () => {
    const visitor = makeVisitor(tenant);
    await misbehave({ status: 401 });
    await expect(requestCode(visitor, { phone: freshPhone() })).rejects.toMatchObject(refused("BUSY"));
    expect(await findPendingChallenge(tenant, visitor.browser)).toBeNull();
  });

  test("sends but its answer is lost, the code works", async () => {
    const phone = freshPhone();
    const visitor = makeVisitor(tenant);
    await misbehave({ dropAfterCommit: true });
    const { id } = await requestCode(visitor, { phone });
    expect(await verifyCode(visitor, { challengeId: id, code: await readCode(phone) })).toMatchObject({ version: 1 });
  });
});

test("codes older than two days are forgotten, younger ones are not", async () => {
  const [old, young] = [freshPhone(), freshPhone()];
  await ask(old);
  await ask(young);
  await age(old, 2 * 86_400 + 60);
  await age(young, 86_400);
  expect(await forgetOldChallenges()).toBeGreaterThan(0);
  const rows = await asPlatform((tx) =>
    tx.execute(sql`select phone from otp_challenges where phone in (${old}, ${young})`),
  );
  expect(rows.map((row) => row.phone)).toEqual([young]);
});
