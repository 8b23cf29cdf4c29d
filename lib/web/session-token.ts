import "server-only";
import { decode, encode } from "next-auth/jwt";
import * as z from "zod";
import { env } from "@/lib/env";
import type { SessionToken } from "@/lib/people/types";

const claims = z.object({
  sub: z.uuid(),
  tenant: z.uuid(),
  sid: z.uuid(),
  ver: z.number().int(),
  exp: z.number(),
});
export type SessionClaims = z.infer<typeof claims>;

/** What a session token says, `exp` in seconds since 1970. */
export function claimsOf(token: SessionToken, expiresInSeconds: number): SessionClaims {
  return {
    sub: token.userId,
    tenant: token.tenantId,
    sid: token.sessionId,
    ver: token.version,
    exp: Math.floor(Date.now() / 1000) + expiresInSeconds,
  };
}

/** Encrypted, and good until `exp`: next-auth would else renew it on each use, and no session may outlive its row. */
export function encodeSession(token: Record<string, unknown>): Promise<string> {
  const { exp, ...rest } = claims.parse(token);
  const maxAge = exp - Math.floor(Date.now() / 1000);
  return encode({ token: rest, secret: env().NEXTAUTH_SECRET, maxAge });
}

/** Null for a token that is forged, malformed or over. */
export async function decodeSession(token: string): Promise<SessionClaims | null> {
  try {
    return claims.parse(await decode({ token, secret: env().NEXTAUTH_SECRET }));
  } catch {
    return null;
  }
}

/** What a cookie's value says, or null where it is none of ours, altered or too old. */
export async function readSession(cookie: string | undefined): Promise<SessionToken | null> {
  if (!cookie || cookie.length > 4096) return null;
  const read = await decodeSession(cookie);
  return read && { userId: read.sub, tenantId: read.tenant, sessionId: read.sid, version: read.ver };
}
