import "server-only";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { users } from "@/db/schema/people";
import type { Actor } from "@/lib/core/actor";
import type { Ctx } from "@/lib/tenants/ctx";
import type { Tenant } from "@/lib/tenants/types";

let nextPhone = 6_000_000_000 + Math.floor(Math.random() * 900_000_000);

/** Families with phones of their own, each ready to call verbs. */
export async function makeFamilies(
  tenant: Tenant,
  count: number,
): Promise<(Ctx & { actor: Extract<Actor, { kind: "customer" }> })[]> {
  const rows = Array.from({ length: count }, () => ({
    tenantId: tenant.id,
    id: newId(),
    phone: `+91${nextPhone++}`,
    name: "Family",
  }));
  await inTenant(tenant.id, (tx) => tx.insert(users).values(rows));
  return rows.map((row) => ({
    tenant,
    actor: { kind: "customer", userId: row.id, phone: row.phone },
    now: new Date(),
    requestId: row.id,
  }));
}

export async function makeFamily(tenant: Tenant) {
  const [family] = await makeFamilies(tenant, 1);
  if (!family) throw new Error("no family was made");
  return family;
}

/** The hall's manager, ready to call verbs. */
export async function makeManager(tenant: Tenant): Promise<Ctx> {
  const id = newId();
  await inTenant(tenant.id, (tx) =>
    tx.insert(users).values({ tenantId: tenant.id, id, phone: `+91${nextPhone++}`, name: "Manager", role: "manager" }),
  );
  return { tenant, actor: { kind: "staff", userId: id, role: "manager" }, now: new Date(), requestId: id };
}
