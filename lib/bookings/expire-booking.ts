import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/db/id";
import { bookings } from "@/db/schema/bookings";
import type { Actor } from "@/lib/core/actor";
import type { PartClaim } from "@/lib/core/claims";
import { enqueue } from "@/lib/jobs/enqueue";
import { paidSoFar } from "@/lib/ledger/balance";
import { requestRefund } from "@/lib/ledger/request-refund";
import type { Ctx } from "@/lib/tenants/ctx";
import { saveStatus } from "./save-status";
import type { BookingRow } from "./types";

const CLOCK: { actor: Actor } = { actor: { kind: "job", name: "expire" } };

/** Expires one locked booking whose time has passed; money that it holds goes back. */
export async function expireBooking(tx: Tx, booking: BookingRow): Promise<void> {
  const paid = await paidSoFar(tx, booking);
  await saveStatus(tx, CLOCK, booking, "expired", { type: "expire", data: { refundPaise: paid } });
  if (paid > 0) await requestRefund(tx, booking, paid, "expired");
  await enqueue(tx, "notify", {
    tenantId: booking.tenantId,
    bookingId: booking.id,
    what: "expired",
    cause: newId(),
  });
}

/**
 * Expires every lapsed hold and request that overlaps what is wanted. The venue must be locked. The database's clock
 * decides, and the moment is now, not the transaction's start.
 */
export async function expireStaleOverlaps(
  tx: Tx,
  ctx: Pick<Ctx, "tenant">,
  claims: readonly PartClaim[],
): Promise<void> {
  const wanted = sql.join(
    claims.map(
      ({ partId, period }) =>
        sql`(${partId}::uuid, ${`[${period.startsAt.toISOString()},${period.endsAt.toISOString()})`}::tstzrange)`,
    ),
    sql`, `,
  );
  const stale = await tx
    .select()
    .from(bookings)
    .where(
      sql`${bookings.tenantId} = ${ctx.tenant.id} and ${bookings.id} in (
        select a.booking_id from (values ${wanted}) as w (part_id, during)
          join allocations a on a.tenant_id = ${ctx.tenant.id} and a.part_id = w.part_id and a.ends_at > lower(w.during) and a.during && w.during
         where a.status in ('temp_hold', 'pending'))
        and ${bookings.status} in ('temp_hold', 'pending') and ${bookings.holdExpiresAt} <= clock_timestamp()`,
    )
    .orderBy(bookings.id)
    .for("update");
  for (const booking of stale) await expireBooking(tx, booking);
}
