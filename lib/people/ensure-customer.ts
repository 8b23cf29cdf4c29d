import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { users } from "@/db/schema/people";
import type { Locale } from "@/lib/core/locale";
import { parsePhone } from "@/lib/core/phone";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";

export type CustomerInput = { phone: string; name?: string | undefined; email?: string | undefined };

/**
 * The person of a phone, made where nobody has it yet: whoever logs in by that phone later is the same person. What is known
 * of them stays; only a name or an address that was missing is filled in. Of a merged duplicate, the one that has its bookings.
 * @throws AppError PHONE_INVALID, INVALID_INPUT where nobody knows the name
 */
export async function ensureCustomer(
  tx: Tx,
  { tenant }: Pick<Ctx, "tenant">,
  input: CustomerInput,
  locale: Locale,
): Promise<string> {
  const phone = parsePhone(input.phone);
  if (!phone) throw new AppError("PHONE_INVALID");
  const [person] = await tx
    .insert(users)
    .values({
      ...{ tenantId: tenant.id, id: newId(), phone, locale },
      name: input.name ?? null,
      email: input.email ?? null,
    })
    .onConflictDoUpdate({
      target: [users.tenantId, users.phone],
      set: {
        name: sql`coalesce(${users.name}, excluded.name)`,
        email: sql`coalesce(${users.email}, excluded.email)`,
      },
    })
    .returning({ id: users.id, name: users.name, mergedInto: users.mergedInto });
  if (!person) throw new Error("an upsert of a customer returned no row");
  if (person.name === null) throw new AppError("INVALID_INPUT", { field: "customer.name" });
  return person.mergedInto ?? person.id;
}
