import "server-only";
import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { users } from "@/db/schema/people";
import { assertMay } from "@/lib/core/permissions";
import { matchPeople } from "@/lib/people/match-people";
import type { Ctx } from "@/lib/tenants/ctx";
import type { CustomerFilter } from "./filter-parts";
import { after, anyOf, cursorOf } from "./keyset";
import type { ListedCustomer } from "./types";

const MATCHES = 500;
const PAGE = 40;

export type CustomerPage = { rows: ListedCustomer[]; next: string | null };

/** Whoever the hall knows, by name or phone or a part of either, the newest first. People of the team only where they booked. */
export async function listCustomers(ctx: Ctx, filter: CustomerFilter, limit = PAGE) {
  assertMay(ctx.actor, "customer.read");
  return inTenant(ctx.tenant.id, async (tx): Promise<CustomerPage> => {
    const found = filter.q === undefined ? null : await matchPeople(tx, ctx.tenant.id, filter.q, MATCHES);
    const where = [
      ...(found ? [anyOf(users.id, found)] : []),
      ...(filter.after ? [after(filter.after, users.createdAt, users.id, "desc")] : []),
    ];
    const rows = await customerRows(tx, ctx, where, limit + 1);
    const page = rows.slice(0, limit);
    return {
      rows: page.map(({ cursor, ...row }) => row),
      next: rows.length > limit ? (page.at(-1)?.cursor ?? null) : null,
    };
  });
}

/** Exported for the proof that it is an index range. */
export function customerRows(tx: Tx, ctx: Ctx, where: SQL[], atMost = PAGE) {
  // By name: a column of the only table loses its table's name in a selection.
  const own = sql`from ${bookings} b where b.tenant_id = users.tenant_id and b.customer_id = users.id`;
  const standing = sql`b.status in ('confirmed', 'completed')`;
  return tx
    .select({
      id: users.id,
      name: users.name,
      phone: users.phone,
      email: users.email,
      locale: users.locale,
      createdAt: users.createdAt,
      bookings: sql`(select count(*) ${own})`.mapWith(Number),
      nextAt: sql`(select min(b.starts_at) ${own} and b.starts_at > now() and ${standing})`.mapWith(bookings.startsAt),
      lastAt: sql`(select max(b.starts_at) ${own} and b.starts_at <= now() and ${standing})`.mapWith(bookings.startsAt),
      cursor: cursorOf(users.createdAt, users.id),
    })
    .from(users)
    .where(
      and(
        eq(users.tenantId, ctx.tenant.id),
        isNull(users.mergedInto),
        sql`(${users.role} = 'customer' or (select b.id ${own} limit 1) is not null)`,
        ...where,
      ),
    )
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(atMost);
}
