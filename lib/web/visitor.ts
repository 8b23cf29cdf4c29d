import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { env } from "@/lib/env";
import type { Visitor } from "@/lib/people/types";
import { hostOf } from "@/lib/tenants/host";
import { clientIp } from "./client-ip";
import { browserCookie, cookieOptions } from "./cookies";
import type { Place } from "./visit";

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The secret that this browser keeps; null before it has asked for its first code. */
export async function readBrowserSecret(): Promise<string | null> {
  const value = (await cookies()).get(browserCookie())?.value;
  return value && SECRET.test(value) ? value : null;
}

/** Gives the browser a secret where it has none. Only an action or a route handler may, since it sets a cookie. */
export async function keepBrowserSecret(): Promise<string> {
  const secret = (await readBrowserSecret()) ?? randomBytes(32).toString("base64url");
  (await cookies()).set(browserCookie(), secret, { ...cookieOptions(), maxAge: 3600 });
  return secret;
}

export async function loadVisitor({ tenant, requestId, locale }: Place, browser: string): Promise<Visitor> {
  const sent = await headers();
  return {
    tenant,
    requestId,
    locale,
    host: hostOf(sent.get("host") ?? ""),
    ip: clientIp(sent, env().TRUSTED_PROXIES),
    browser,
    userAgent: sent.get("user-agent"),
  };
}
