import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import { whatChanged } from "@/lib/tenants/changed";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import type { UpdateCustomerInput } from "./input";

/** Writes a customer's name, address and language as the desk heard them. @throws AppError NOT_FOUND, also for somebody on the team */
export async function updateCustomer(ctx: Ctx, input: UpdateCustomerInput): Promise<void> {
  assertMay(ctx.actor, "customer.write");
  const { customerId, name, email } = input;
  await inTenant(ctx.tenant.id, async (tx) => {
    const own = and(eq(users.tenantId, ctx.tenant.id), eq(users.id, customerId));
    const [before] = await tx
      .select({ name: users.name, email: users.email, locale: users.locale })
      .from(users)
      .where(and(own, eq(users.role, "customer"), isNull(users.mergedInto)))
      .for("no key update");
    if (!before) throw new AppError("NOT_FOUND", { what: "customer" });
    const after = { name, email, locale: input.locale ?? before.locale };
    const changed = whatChanged(before, after);
    if (!changed) return;
    await tx.update(users).set(after).where(own);
    await recordChange(tx, ctx, { type: "customer.changed", subjectId: customerId, subject: name, ...changed });
  });
}
