import "server-only";
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { bookings } from "@/db/schema/bookings";
import { payments } from "@/db/schema/payments";
import { refundRequests } from "@/db/schema/refunds";
import type { Paise } from "@/lib/core/money";

/** What came in for a booking less what went back or is on its way back, in paise. Payment status is derived from this. */
export async function paidSoFar(tx: Tx, booking: { tenantId: string; id: string }): Promise<Paise> {
  const [row] = await tx
    .select({
      net: sql<string>`
        (select coalesce(sum(${payments.amountPaise}), 0) from ${payments}
          where ${and(eq(payments.tenantId, booking.tenantId), eq(payments.bookingId, booking.id))})
        - (select coalesce(sum(${refundRequests.amountPaise}), 0) from ${refundRequests}
          where ${and(
            eq(refundRequests.tenantId, booking.tenantId),
            eq(refundRequests.bookingId, booking.id),
            ne(refundRequests.status, "failed"),
          )})`,
    })
    .from(sql`(select 1) as one`);
  return Number(row?.net ?? 0);
}

/** The same of all bookings of a tenant at once, as a table of `booking_id` and `paise`: where thousands are asked for. */
export const paidByBooking = (tenantId: string): SQL => sql`(select booking_id, sum(paise) as paise from (
    select booking_id, amount_paise as paise from ${payments} where tenant_id = ${tenantId}
    union all
    select booking_id, -amount_paise from ${refundRequests} where tenant_id = ${tenantId} and status <> 'failed'
  ) moved group by booking_id)`;

/** The same as a column of a read over bookings: one sum a row, each an index range. */
export function paidOf(booking: typeof bookings): SQL<number> {
  return sql`(coalesce((select sum(p.amount_paise) from ${payments} p
      where p.tenant_id = ${booking.tenantId} and p.booking_id = ${booking.id}), 0)
    - coalesce((select sum(r.amount_paise) from ${refundRequests} r
      where r.tenant_id = ${booking.tenantId} and r.booking_id = ${booking.id} and r.status <> 'failed'), 0))`.mapWith(
    Number,
  );
}
