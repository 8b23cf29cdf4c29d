import "server-only";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { users } from "@/db/schema/people";
import type { StaffRole } from "@/lib/core/actor";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Member } from "./types";

const onTeam = (ctx: Ctx) =>
  and(eq(users.tenantId, ctx.tenant.id), ne(users.role, "customer"), sql`${users.removedAt} is null`);

const isStaffRole = (role: string): role is StaffRole => role === "staff" || role === "manager" || role === "owner";

/** Everyone who works at the hall: owners first, then by name. */
export async function listTeam(ctx: Ctx): Promise<Member[]> {
  assertMay(ctx.actor, "team.read");
  const rows = await inTenant(ctx.tenant.id, (tx) =>
    tx
      .select()
      .from(users)
      .where(onTeam(ctx))
      .orderBy(sql`array_position(array['owner','manager','staff'], ${users.role})`, asc(users.name)),
  );
  return rows.flatMap(({ id, name, phone, role, invitedAt, lastLoginAt }) =>
    isStaffRole(role)
      ? [
          {
            ...{ userId: id, name, phone, role, lastLoginAt },
            isInvited: invitedAt !== null && (lastLoginAt === null || lastLoginAt < invitedAt),
          },
        ]
      : [],
  );
}

/** Whoever works or worked here, by name: to choose from whose doings to look at. */
export async function listColleagues(ctx: Ctx): Promise<{ userId: string; name: string }[]> {
  assertMay(ctx.actor, "admin.enter");
  const rows = await inTenant(ctx.tenant.id, (tx) =>
    tx
      .select({ userId: users.id, name: users.name, phone: users.phone })
      .from(users)
      .where(and(eq(users.tenantId, ctx.tenant.id), sql`${users.role} <> 'customer'`))
      .orderBy(asc(users.name)),
  );
  return rows.map(({ userId, name, phone }) => ({ userId, name: name ?? phone }));
}

/**
 * Locks the owners and the member, in one order, and returns the member.
 * @throws AppError NOT_FOUND; LAST_OWNER where `leaving` would leave the hall without an owner
 */
export async function lockMember(tx: Tx, ctx: Ctx, userId: string, leaving: boolean) {
  const team = await tx
    .select({ id: users.id, name: users.name, phone: users.phone, role: users.role })
    .from(users)
    .where(and(onTeam(ctx), sql`(${users.role} = 'owner' or ${users.id} = ${userId})`))
    .orderBy(users.id)
    .for("update");
  const member = team.find(({ id }) => id === userId);
  if (!member) throw new AppError("NOT_FOUND", { what: "member" });
  const owners = team.filter(({ role }) => role === "owner");
  if (leaving && member.role === "owner" && owners.length === 1) throw new AppError("LAST_OWNER");
  return member;
}
