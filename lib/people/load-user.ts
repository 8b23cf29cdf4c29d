import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import type { HallUser } from "./types";

/**
 * Somebody that the hall's list of customers shows; of a merged duplicate, the one that has its bookings.
 * @throws AppError NOT_FOUND, also for somebody on the team who never booked
 */
export function loadUser(ctx: Ctx, userId: string): Promise<HallUser> {
  assertMay(ctx.actor, "customer.read");
  return inTenant(ctx.tenant.id, (tx) => findUserInTx(tx, ctx.tenant.id, userId, isCustomer));
}

const isCustomer = sql`(${users.role} = 'customer' or exists
  (select from ${bookings} b where b.tenant_id = ${users.tenantId} and b.customer_id = ${users.id}))`;

/** Whoever asks. @throws AppError UNAUTHENTICATED for anyone who is no person */
export function loadOneself({ tenant, actor }: Ctx): Promise<HallUser> {
  if (actor.kind !== "customer" && actor.kind !== "staff") throw new AppError("UNAUTHENTICATED");
  return inTenant(tenant.id, (tx) => findUserInTx(tx, tenant.id, actor.userId));
}

/** @throws AppError NOT_FOUND */
export async function findUserInTx(tx: Tx, tenantId: string, userId: string, only?: SQL): Promise<HallUser> {
  const [row] = await tx
    .select(HALL_USER)
    .from(users)
    .where(and(standsFor(tenantId, userId), only));
  if (!row) throw new AppError("NOT_FOUND", { what: "user" });
  return { ...row, createdAt: row.createdAt.toISOString() };
}

const HALL_USER = {
  ...{ id: users.id, name: users.name, phone: users.phone, email: users.email, locale: users.locale },
  createdAt: users.createdAt,
};

/** Who an id stands for: of a merged duplicate, the one that it was merged into. */
export const standsFor = (tenantId: string, userId: string): SQL | undefined =>
  and(
    eq(users.tenantId, tenantId),
    sql`${users.id} = coalesce(
      (select d.merged_into from users d where d.tenant_id = ${tenantId} and d.id = ${userId}), ${userId}::uuid)`,
  );
