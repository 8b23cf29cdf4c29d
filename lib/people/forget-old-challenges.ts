import "server-only";
import { sql } from "drizzle-orm";
import { asPlatform } from "@/db/client";
import { otpChallenges } from "@/db/schema/people";
import { OTP_LIMITS } from "./otp-limits";

/** A sweep: limits look back one day, so older codes, with their phones and addresses, are forgotten. Returns how many. */
export function forgetOldChallenges(): Promise<number> {
  return asPlatform(async (tx) => {
    const gone = await tx
      .delete(otpChallenges)
      .where(sql`created_at < clock_timestamp() - make_interval(days => ${OTP_LIMITS.keptDays})`)
      .returning({ id: otpChallenges.id });
    return gone.length;
  });
}
