import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { otpChallenges, sessions, users } from "@/db/schema/people";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { VerifyCodeInput } from "./input";
import { codeHmac } from "./otp-code";
import { OTP_LIMITS, SESSION_SECONDS } from "./otp-limits";
import { lockSends } from "./send-usage";
import { findStandingChallenge } from "./standing-challenge";
import type { SignedIn, Visitor } from "./types";

type Failed = { failed: ErrorCode; triesLeft?: number };

/**
 * Uses up a code, once, in the browser that asked for it, and opens a session for its phone's person.
 * @throws AppError OTP_WRONG (`triesLeft`), OTP_EXPIRED, OTP_TOO_MANY
 */
export async function verifyCode(visitor: Visitor, input: VerifyCodeInput): Promise<SignedIn> {
  // A wrong try is a result and not an exception: it has to be committed.
  const outcome = await inTenant(visitor.tenant.id, async (tx) => {
    const challenge = await findStandingChallenge(tx, visitor, input.challengeId);
    if (!challenge) return { failed: "OTP_EXPIRED" } satisfies Failed;
    const failed = await consume(tx, visitor, challenge, input.code);
    return failed ?? openSession(tx, visitor, challenge.phone);
  });
  if (!("failed" in outcome)) return outcome;
  throw new AppError(outcome.failed, outcome.triesLeft === undefined ? {} : { triesLeft: outcome.triesLeft });
}

/** Null where the code was right and now is used. One statement counts the try and decides it: parallel tries cannot slip by. */
async function consume(
  tx: Tx,
  visitor: Visitor,
  { id, phone }: { id: string; phone: string },
  code: string,
): Promise<Failed | null> {
  const tenantId = visitor.tenant.id;
  const hmac = codeHmac(id, phone, code);
  await lockSends(tx, [phone]);
  const [hour] = await tx
    .select({ failures: sql`coalesce(sum(failures), 0)`.mapWith(Number) })
    .from(otpChallenges)
    .where(
      and(
        eq(otpChallenges.tenantId, tenantId),
        eq(otpChallenges.phone, phone),
        sql`created_at > clock_timestamp() - make_interval(secs => ${3600 + OTP_LIMITS.codeSeconds})`,
      ),
    );
  if ((hour?.failures ?? 0) >= OTP_LIMITS.failuresPerPhoneHour) return { failed: "OTP_TOO_MANY" };

  const own = and(eq(otpChallenges.tenantId, tenantId), eq(otpChallenges.id, id));
  const [tried] = await tx
    .update(otpChallenges)
    .set({
      failures: sql`failures + (code_hmac <> ${hmac})::int`,
      consumedAt: sql`case when code_hmac = ${hmac} then clock_timestamp() end`,
    })
    .where(
      and(
        own,
        sql`consumed_at is null and expires_at > clock_timestamp()`,
        sql`failures + carried_failures < ${OTP_LIMITS.triesPerCode}`,
      ),
    )
    .returning({ right: sql<boolean>`consumed_at is not null`, tries: sql<number>`failures + carried_failures` });
  if (tried?.right) return null;
  if (tried) {
    const triesLeft = Math.max(OTP_LIMITS.triesPerCode - tried.tries, 0);
    return triesLeft > 0 ? { failed: "OTP_WRONG", triesLeft } : { failed: "OTP_TOO_MANY" };
  }
  const [spent] = await tx
    .select({ tries: sql<number>`failures + carried_failures` })
    .from(otpChallenges)
    .where(and(own, sql`consumed_at is null`));
  return { failed: spent && spent.tries >= OTP_LIMITS.triesPerCode ? "OTP_TOO_MANY" : "OTP_EXPIRED" };
}

/**
 * A person who was removed and logs in again is a customer: being removed ends what they were before, sessions included. The
 * phone of a merged duplicate logs in who has its bookings now.
 */
async function openSession(tx: Tx, visitor: Visitor, phone: string): Promise<SignedIn> {
  const tenantId = visitor.tenant.id;
  const [found] = await tx
    .insert(users)
    .values({ tenantId, id: newId(), phone, locale: visitor.locale, lastLoginAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: [users.tenantId, users.phone],
      set: {
        role: sql`case when ${users.removedAt} is null then ${users.role} else 'customer' end`,
        removedAt: sql`case when ${users.mergedInto} is not null then ${users.removedAt} end`,
        lastLoginAt: sql`clock_timestamp()`,
      },
    })
    .returning({ id: users.id, role: users.role, version: users.sessionVersion, mergedInto: users.mergedInto });
  const user = found?.mergedInto ? await customerOf(tx, visitor, found.mergedInto) : found;
  if (!user) throw new Error("an upsert of a user returned no row");

  const expiresInSeconds = user.role === "customer" ? SESSION_SECONDS.customer : SESSION_SECONDS.staff;
  const sessionId = newId();
  await tx.insert(sessions).values({
    tenantId,
    id: sessionId,
    userId: user.id,
    userAgent: visitor.userAgent?.slice(0, 300) ?? null,
    expiresAt: sql`clock_timestamp() + make_interval(secs => ${expiresInSeconds})`,
  });
  return { userId: user.id, tenantId, sessionId, version: user.version, expiresInSeconds };
}

/** Only customers are merged, and so only a customer is let in by another phone than their own. */
async function customerOf(tx: Tx, { tenant }: Visitor, userId: string) {
  const [user] = await tx
    .update(users)
    .set({ lastLoginAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(users.tenantId, tenant.id),
        eq(users.id, userId),
        eq(users.role, "customer"),
        sql`${users.removedAt} is null`,
      ),
    )
    .returning({ id: users.id, role: users.role, version: users.sessionVersion });
  return user;
}
