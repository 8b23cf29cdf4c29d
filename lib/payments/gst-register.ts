import "server-only";
import { sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import { addDays } from "@/lib/core/local-date";
import type { Paise } from "@/lib/core/money";
import { localDateOf, startOfDay } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import type { SpanFilter } from "./filters";
import { gstOfPart } from "./gst-of-part";
import type { GstLine } from "./types";

const ZONE = "Asia/Kolkata";

type Row = {
  kind: "payment" | "refund" | "reversal";
  number: string;
  at: Date;
  amount: string;
  booking_id: string;
  booking_number: string;
  customer: string | null;
};
type Rate = { booking_id: string; rate: number; sac: string; amount: string };

/**
 * The tax inside what came and went in a span of days: a line for each document and rate, those that went back below
 * nothing. GST on an advance is due when it comes (CGST Act 2017, section 13), so this goes by money, not by events.
 */
export async function listGst(ctx: Ctx, { from, to, venueId }: SpanFilter): Promise<GstLine[]> {
  assertMay(ctx.actor, "money.read");
  const first = startOfDay(from, ZONE).toISOString();
  const end = startOfDay(addDays(to, 1), ZONE).toISOString();
  const tenantId = ctx.tenant.id;
  const ofVenue = venueId ? sql`and b.venue_id = ${venueId}` : sql``;
  return inTenant(tenantId, async (tx) => {
    const documents = await tx.execute<Row>(sql`
      select 'payment' as kind, p.receipt_number as number, p.received_at as at, p.amount_paise as amount, b.id as booking_id,
          b.number as booking_number, u.name as customer
        from payments p join bookings b on b.tenant_id = p.tenant_id and b.id = p.booking_id ${ofVenue}
        join users u on u.tenant_id = b.tenant_id and u.id = b.customer_id
       where p.tenant_id = ${tenantId} and p.received_at >= ${first} and p.received_at < ${end}
      union all
      select r.kind, r.voucher_number, r.refunded_at, -r.amount_paise, b.id, b.number, u.name
        from refunds r join bookings b on b.tenant_id = r.tenant_id and b.id = r.booking_id ${ofVenue}
        join users u on u.tenant_id = b.tenant_id and u.id = b.customer_id
       where r.tenant_id = ${tenantId} and r.refunded_at >= ${first} and r.refunded_at < ${end}
      order by at, number`);
    const ids = [...new Set(documents.map(({ booking_id }) => booking_id))];
    const rates = await tx.execute<Rate>(sql`
      select booking_id, gst_rate as rate, sac, sum(amount_paise) as amount from booking_lines
       where tenant_id = ${tenantId} and booking_id = any(${`{${ids.join(",")}}`}::uuid[])
       group by booking_id, gst_rate, sac order by booking_id, sac, gst_rate`);
    const linesOf = Map.groupBy(rates, ({ booking_id }) => booking_id);
    return documents.flatMap((row) => {
      const amountPaise = Number(row.amount);
      const lines = (linesOf.get(row.booking_id) ?? []).map(({ rate, sac, amount }) => ({
        ...{ gstRate: Number(rate), sac, amountPaise: Number(amount) },
      }));
      return gstOfPart(Math.abs(amountPaise), lines).map((part): GstLine => {
        const signed = (paise: Paise) => (amountPaise < 0 ? 0 - paise : paise);
        return {
          kind: row.kind,
          number: row.number,
          date: localDateOf(new Date(row.at), ZONE),
          bookingNumber: row.booking_number,
          customer: row.customer,
          sac: part.sac,
          gstRate: part.gstRate,
          taxablePaise: signed(part.taxablePaise),
          cgstPaise: signed(part.cgstPaise),
          sgstPaise: signed(part.sgstPaise),
          amountPaise: signed(part.amountPaise),
        };
      });
    });
  });
}
