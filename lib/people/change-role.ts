import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { ChangeRoleInput } from "./input";
import { lockMember } from "./team";

/** Gives a member another role; it holds from their next click, since it ends their logins. @throws AppError LAST_OWNER, NOT_FOUND */
export async function changeRole(ctx: Ctx, { userId, role }: ChangeRoleInput): Promise<void> {
  assertMay(ctx.actor, "team.write");
  await inTenant(ctx.tenant.id, async (tx) => {
    const member = await lockMember(tx, ctx, userId, role !== "owner");
    if (member.role === role) return;
    await tx
      .update(users)
      .set({ role })
      .where(and(eq(users.tenantId, ctx.tenant.id), eq(users.id, userId)));
    await recordChange(tx, ctx, {
      type: "member.role-changed",
      subjectId: userId,
      subject: member.name ?? member.phone,
      before: { role: member.role },
      after: { role },
    });
  });
}
