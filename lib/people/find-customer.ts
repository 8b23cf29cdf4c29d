import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { users } from "@/db/schema/people";

/** Who a booking is for, inside the caller's transaction. */
export async function findCustomerInTx(
  tx: Tx,
  { tenantId, customerId }: { tenantId: string; customerId: string },
): Promise<{ name: string | null; phone: string; email: string | null }> {
  const [customer] = await tx
    .select({ name: users.name, phone: users.phone, email: users.email })
    .from(users)
    .where(and(eq(users.tenantId, tenantId), eq(users.id, customerId)));
  if (!customer) throw new Error("a booking's customer is missing");
  return customer;
}
