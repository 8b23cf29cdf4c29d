import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { ChangeProfileInput } from "./input";
import { findUserInTx, standsFor } from "./load-user";
import type { HallUser } from "./types";

/**
 * Writes a customer's name, address and language as the desk heard them; what is left out stays. Of a merged duplicate, the
 * one that has its bookings. @throws AppError NOT_FOUND, also for somebody on the team
 */
export async function updateCustomer(
  ctx: Ctx,
  { customerId, ...change }: ChangeProfileInput & { customerId: string },
): Promise<HallUser> {
  assertMay(ctx.actor, "customer.write");
  const tenantId = ctx.tenant.id;
  return inTenant(tenantId, async (tx) => {
    const [row] = await tx
      .select({ id: users.id, name: users.name, email: users.email, locale: users.locale })
      .from(users)
      .where(and(standsFor(tenantId, customerId), eq(users.role, "customer")))
      .for("no key update");
    if (!row) throw new AppError("NOT_FOUND", { what: "customer" });
    const { id, ...before } = row;
    const { name = before.name, email = before.email, locale = before.locale } = change;
    const changed = whatChanged(before, { name, email, locale });
    if (changed) {
      const own = and(eq(users.tenantId, tenantId), eq(users.id, id));
      await tx.update(users).set({ name, email, locale }).where(own);
      await recordChange(tx, ctx, { type: "customer.changed", subjectId: id, subject: name ?? "", ...changed });
    }
    return findUserInTx(tx, tenantId, id);
  });
}
