import "server-only";
import { sql } from "drizzle-orm";
import { asPlatform } from "@/db/client";
import { sessions } from "@/db/schema/people";

/** A sweep: a login that has run out stands for nobody, and nobody needs to know it was there. Returns how many. */
export function forgetOldSessions(): Promise<number> {
  return asPlatform(async (tx) => {
    const gone = await tx
      .delete(sessions)
      .where(sql`${sessions.expiresAt} < clock_timestamp() - interval '1 day'`)
      .returning({ id: sessions.id });
    return gone.length;
  });
}
