import "server-only";
import { eq, sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import { API_SCOPES, type Permission } from "@/lib/core/permissions";
import { hashOfKey } from "@/lib/people/api-key";
import { createApiKey } from "@/lib/people/create-api-key";
import type { Tenant } from "@/lib/tenants/types";
import { sessionCookie } from "@/lib/web/cookies";
import { claimsOf, encodeSession } from "@/lib/web/session-token";
import { inTenant } from "../client";
import { newId } from "../id";
import { apiKeys } from "../schema/api-keys";
import { sessions } from "../schema/people";

/** A key of the hall, as a caller holds it. */
export async function makeKey(tenant: Tenant, scopes: readonly Permission[]): Promise<string> {
  const ctx = { tenant, actor: { kind: "platform" as const }, now: new Date(), requestId: "test" };
  return (await createApiKey(ctx, { name: "Test", scopes: [...scopes], days: null })).key;
}

/** A key that may do everything, and no longer. */
export async function makeDeadKey(tenant: Tenant, how: "revoked" | "expired"): Promise<string> {
  const key = await makeKey(tenant, API_SCOPES);
  const past = sql`clock_timestamp() - interval '1 second'`;
  const set = how === "revoked" ? { revokedAt: past } : { expiresAt: past };
  await inTenant(tenant.id, (tx) =>
    tx
      .update(apiKeys)
      .set(set)
      .where(eq(apiKeys.hash, hashOfKey(key))),
  );
  return key;
}

/** The headers of somebody's browser, on a page of the hall's own. */
export async function loggedIn(tenant: Tenant, userId: string): Promise<Record<string, string>> {
  const sessionId = newId();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await inTenant(tenant.id, (tx) =>
    tx.insert(sessions).values({ tenantId: tenant.id, id: sessionId, userId, expiresAt }),
  );
  const token = await encodeSession(claimsOf({ userId, tenantId: tenant.id, sessionId, version: 1 }, 3600));
  return { cookie: `${sessionCookie()}=${token}`, "sec-fetch-site": "same-origin" };
}

type Handler = (request: NextRequest, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Asked = {
  tenant: { slug: string };
  key?: string;
  method?: string;
  path?: string;
  params?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Calls a route of the API as a program at the hall's host would; `body` as JSON. */
export function callApi(handler: Handler, { tenant, key, path = "", params = {}, body, ...rest }: Asked) {
  const host = `${tenant.slug}.localhost`;
  const { method = "GET", headers = {} } = rest;
  const request = new NextRequest(`http://${host}/api/v1${path}`, {
    method,
    headers: { host, ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return handler(request, { params: Promise.resolve(params) });
}
