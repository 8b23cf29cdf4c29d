import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bookings } from "@/db/schema/bookings";
import { payments } from "@/db/schema/payments";
import { refundRequests } from "@/db/schema/refunds";
import type { BookingRow } from "@/lib/bookings/types";
import type { Paise } from "@/lib/core/money";
import { AppError } from "@/lib/errors";
import { paidOf } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import type { PaymentRow } from "./find-payment";

/** A payment, what of it goes back, and how its booking stands with it; in paise. */
export type PaymentStanding = { payment: PaymentRow; returnedPaise: Paise; booking: BookingRow; paidPaise: Paise };

/** What the answer is to hold, stored under the key; it must survive JSON. */
export type ShowPayment<T> = (standing: PaymentStanding) => T;

/** As the caller's transaction sees it. @throws AppError NOT_FOUND */
export async function standingOf(tx: Tx, { tenant }: Pick<Ctx, "tenant">, which: SQL): Promise<PaymentStanding> {
  const returned = sql<number>`coalesce((select sum(r.amount_paise) from ${refundRequests} r
    where r.tenant_id = ${payments.tenantId} and r.payment_id = ${payments.id} and r.status <> 'failed'), 0)`;
  const [found] = await tx
    .select({
      ...{ payment: payments, booking: bookings },
      returnedPaise: returned.mapWith(Number),
      paidPaise: paidOf(bookings),
    })
    .from(payments)
    .innerJoin(bookings, and(eq(bookings.tenantId, payments.tenantId), eq(bookings.id, payments.bookingId)))
    .where(and(eq(payments.tenantId, tenant.id), which));
  if (!found) throw new AppError("NOT_FOUND", { what: "payment" });
  return found;
}
