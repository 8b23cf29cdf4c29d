import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { otpChallenges } from "@/db/schema/people";
import { browserHash } from "./otp-code";
import type { Visitor } from "./types";

/** The phone that a code went to, for the browser that asked for it and for no other. */
export async function findChallengePhone(tx: Tx, visitor: Visitor, challengeId: string): Promise<string | null> {
  const [row] = await tx
    .select({ phone: otpChallenges.phone })
    .from(otpChallenges)
    .where(
      and(
        eq(otpChallenges.tenantId, visitor.tenant.id),
        eq(otpChallenges.id, challengeId),
        eq(otpChallenges.browserHash, browserHash(visitor.browser)),
      ),
    );
  return row?.phone ?? null;
}
