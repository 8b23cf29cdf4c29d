import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { MemberRef } from "./input";
import { lockMember } from "./team";

/** Ends somebody's work at the hall, from their next click on. @throws AppError LAST_OWNER, NOT_FOUND */
export async function removeMember(ctx: Ctx, { userId }: MemberRef): Promise<void> {
  assertMay(ctx.actor, "team.write");
  await inTenant(ctx.tenant.id, async (tx) => {
    const member = await lockMember(tx, ctx, userId, true);
    await tx
      .update(users)
      .set({ removedAt: sql`clock_timestamp()` })
      .where(and(eq(users.tenantId, ctx.tenant.id), eq(users.id, userId)));
    await recordChange(tx, ctx, {
      type: "member.removed",
      subjectId: userId,
      subject: member.name ?? member.phone,
      before: { role: member.role },
    });
  });
}
