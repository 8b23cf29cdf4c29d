import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import { matchPeople } from "./match-people";
import type { FoundCustomer } from "./types";

/** People by phone or name, or a part of either, the newest first. */
export async function findCustomers(ctx: Ctx, text: string, atMost: number): Promise<FoundCustomer[]> {
  assertMay(ctx.actor, "customer.read");
  return inTenant(ctx.tenant.id, async (tx) => {
    const ids = await matchPeople(tx, ctx.tenant.id, text, atMost);
    if (!ids || ids.length === 0) return [];
    return tx
      .select({ userId: users.id, name: users.name, phone: users.phone, email: users.email, locale: users.locale })
      .from(users)
      .where(and(eq(users.tenantId, ctx.tenant.id), inArray(users.id, ids)))
      .orderBy(desc(users.createdAt), desc(users.id));
  });
}
