import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { claimsOf, encodeSession, readSession } from "./session-token";

const token = {
  userId: "0198c0de-0000-7000-8000-000000000001",
  tenantId: "0198c0de-0000-7000-8000-000000000002",
  sessionId: "0198c0de-0000-7000-8000-000000000003",
  version: 3,
};

test("a token says user, tenant, session and version, and nothing more", async () => {
  const cookie = await encodeSession({ ...claimsOf(token, 60), name: "Sunita", phone: "+919876543210" });
  expect(await readSession(cookie)).toEqual(token);
  expect(cookie).not.toContain(Buffer.from(token.userId).toString("base64url").slice(0, 20));
});

test("a token that has run out, was altered or is another's is none", async () => {
  const good = await encodeSession(claimsOf(token, 60));
  const claims = claimsOf(token, 60);
  expect(await readSession(await encodeSession(claimsOf(token, -60)))).toBeNull();
  expect(await readSession(`${good.slice(0, -4)}AAAA`)).toBeNull();
  expect(await readSession(await encode({ token: claims, secret: "another-secret-another-secret-00" }))).toBeNull();
  expect(await readSession(await encode({ token: { sub: "admin" }, secret: env().NEXTAUTH_SECRET }))).toBeNull();
  expect(await readSession("")).toBeNull();
  expect(await readSession("x".repeat(5000))).toBeNull();
  expect(await readSession(undefined)).toBeNull();
});
