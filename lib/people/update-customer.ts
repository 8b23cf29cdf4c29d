import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { users } from "@/db/schema/people";
import { assertMay, mayDo } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { ChangeProfileInput } from "./input";
import { findUserInTx, standsFor } from "./load-user";
import type { ChangedUser } from "./types";

/**
 * Writes a customer's name, address and language as the desk heard them; what is left out stays. Of a merged duplicate, the
 * one that has its bookings. Who may not read customers gets back what they sent, and no more.
 * @throws AppError NOT_FOUND, also for somebody on the team
 */
export async function updateCustomer(
  ctx: Ctx,
  { customerId, ...change }: ChangeProfileInput & { customerId: string },
): Promise<ChangedUser> {
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
    if (mayDo(ctx.actor, "customer.read")) return findUserInTx(tx, tenantId, id);
    const sent = { name: change.name, email: change.email, locale: change.locale };
    return { id, ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) };
  });
}
