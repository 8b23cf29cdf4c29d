import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { otpChallenges } from "@/db/schema/people";
import { browserHash } from "./otp-code";
import type { Visitor } from "./types";

/**
 * The newest code for the phone of `challengeId`, to the browser that asked for both and to no other. An SMS can be quicker than
 * the answer that tells the browser of the new code, and that answer can be lost: until then it knows only the code before.
 */
export async function findStandingChallenge(
  tx: Tx,
  visitor: Visitor,
  challengeId: string,
): Promise<{ id: string; phone: string } | null> {
  const known = alias(otpChallenges, "known");
  const [row] = await tx
    .select({ id: otpChallenges.id, phone: otpChallenges.phone })
    .from(known)
    .innerJoin(
      otpChallenges,
      and(
        eq(otpChallenges.tenantId, known.tenantId),
        eq(otpChallenges.browserHash, known.browserHash),
        eq(otpChallenges.phone, known.phone),
      ),
    )
    .where(
      and(
        eq(known.tenantId, visitor.tenant.id),
        eq(known.id, challengeId),
        eq(known.browserHash, browserHash(visitor.browser)),
      ),
    )
    .orderBy(desc(otpChallenges.createdAt))
    .limit(1);
  return row ?? null;
}
