import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments, refundRequests } from "@/db/schema/money";
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
