import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { otpChallenges, sessions, users } from "@/db/schema/people";
import type { Actor } from "@/lib/core/actor";
import { maskPhone } from "@/lib/core/phone";
import type { Tenant } from "@/lib/tenants/types";
import { browserHash } from "./otp-code";
import { OTP_LIMITS, resendWait, SESSION_SECONDS } from "./otp-limits";
import type { PendingChallenge, SessionToken, SignedInPerson } from "./types";

/**
 * Who a session token stands for, as the database has it now; null where the session was ended or has run out, the
 * person was removed, their sessions were all ended (`session_version`, raised with each change of role), or the token is
 * of another tenant. A session of somebody with a role on the team lasts eight hours whatever it was when it began.
 */
export async function loadActor(tenant: Tenant, token: SessionToken): Promise<SignedInPerson | null> {
  if (token.tenantId !== tenant.id) return null;
  const [row] = await inTenant(tenant.id, (tx) =>
    tx
      .select({
        userId: users.id,
        phone: users.phone,
        name: users.name,
        email: users.email,
        role: users.role,
      })
      .from(sessions)
      .innerJoin(users, and(eq(users.tenantId, sessions.tenantId), eq(users.id, sessions.userId)))
      .where(
        and(
          eq(sessions.tenantId, tenant.id),
          eq(sessions.id, token.sessionId),
          eq(sessions.userId, token.userId),
          eq(users.sessionVersion, token.version),
          sql`${sessions.revokedAt} is null and ${sessions.expiresAt} > clock_timestamp() and ${users.removedAt} is null`,
          sql`(${users.role} = 'customer' or
            ${sessions.createdAt} > clock_timestamp() - make_interval(secs => ${SESSION_SECONDS.staff}))`,
        ),
      ),
  );
  if (!row) return null;
  const { role, ...person } = row;
  const { userId, phone } = person;
  const actor: SignedInPerson["actor"] =
    role === "customer" ? { kind: "customer", userId, phone } : { kind: "staff", userId, role };
  return { actor: actor satisfies Actor, person };
}

/** The code that this browser waits for, so that the page can be left and opened again. */
export async function findPendingChallenge(tenant: Tenant, browser: string): Promise<PendingChallenge | null> {
  const [row] = await inTenant(tenant.id, (tx) =>
    tx
      .select({
        id: otpChallenges.id,
        phone: otpChallenges.phone,
        sends: otpChallenges.sends,
        age: sql`extract(epoch from clock_timestamp() - ${otpChallenges.createdAt})`.mapWith(Number),
        left: sql`extract(epoch from ${otpChallenges.expiresAt} - clock_timestamp())`.mapWith(Number),
      })
      .from(otpChallenges)
      .where(
        and(
          eq(otpChallenges.tenantId, tenant.id),
          eq(otpChallenges.browserHash, browserHash(browser)),
          // For the index: a code lives five minutes.
          sql`${otpChallenges.createdAt} > clock_timestamp() - make_interval(secs => ${OTP_LIMITS.codeSeconds + 60})`,
          sql`consumed_at is null and expires_at > clock_timestamp()`,
          sql`failures + carried_failures < ${OTP_LIMITS.triesPerCode}`,
        ),
      )
      .orderBy(desc(otpChallenges.createdAt))
      .limit(1),
  );
  if (!row) return null;
  return {
    id: row.id,
    maskedPhone: maskPhone(row.phone),
    resendInSeconds: Math.max(Math.ceil(resendWait(row.sends) - row.age), 0),
    expiresInSeconds: Math.floor(row.left),
  };
}
