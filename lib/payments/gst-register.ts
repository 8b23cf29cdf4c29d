import "server-only";
import { sql } from "drizzle-orm";
import { atOneMoment, type Tx } from "@/db/client";
import type { LocalDate } from "@/lib/core/local-date";
import type { Paise } from "@/lib/core/money";
import { localDateOf } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/tenants/ctx";
import type { SpanFilter } from "./filters";
import { gstOfPart } from "./gst-of-part";
import { onDays } from "./on-days";
import type { LedgerKind } from "./types";

/** One rate of one document, in paise; below nothing where money went back. */
export type GstLine = {
  kind: LedgerKind;
  number: string;
  date: LocalDate;
  bookingNumber: string;
  customer: string | null;
  sac: string;
  gstRate: number;
  taxablePaise: Paise;
  cgstPaise: Paise;
  sgstPaise: Paise;
  amountPaise: Paise;
};

type Document = {
  kind: LedgerKind;
  number: string;
  at: Date;
  time_zone: string;
  amount: string;
  booking_id: string;
  booking_number: string;
  customer: string | null;
};
type Rate = { bookingId: string; gstRate: number; sac: string; amountPaise: Paise };

/**
 * The tax inside what came and went in a span of days on each venue's clock: a line for each document and rate, those that
 * went back below nothing. GST on an advance is due when it comes (CGST Act 2017, section 13), so this goes by money, not
 * by events.
 * @throws AppError FORBIDDEN
 */
export async function listGst(ctx: Ctx, filter: SpanFilter): Promise<GstLine[]> {
  assertMay(ctx.actor, "money.read");
  return atOneMoment(ctx.tenant.id, async (tx) => {
    const documents = await readDocuments(tx, ctx.tenant.id, filter);
    const rates = await readRates(tx, ctx.tenant.id, [...new Set(documents.map((one) => one.booking_id))]);
    return documents.flatMap((one) => linesOf(one, rates.get(one.booking_id) ?? []));
  });
}

/** Ranges of `payments_time` and `refunds_time`. */
async function readDocuments(tx: Tx, tenantId: string, { venueId, ...days }: SpanFilter): Promise<Document[]> {
  const ofVenue = venueId ? sql`and v.id = ${venueId}` : sql``;
  return tx.execute<Document>(sql`
    select 'payment' as kind, p.receipt_number as number, p.received_at as at, v.time_zone, p.amount_paise as amount,
        b.id as booking_id, b.number as booking_number, u.name as customer
      from payments p
      join bookings b on b.tenant_id = p.tenant_id and b.id = p.booking_id
      join venues v on v.tenant_id = b.tenant_id and v.id = b.venue_id ${ofVenue}
      join users u on u.tenant_id = b.tenant_id and u.id = b.customer_id
     where p.tenant_id = ${tenantId} and ${onDays(sql`p.received_at`, sql`v.time_zone`, days)}
    union all
    select r.kind, r.voucher_number, r.refunded_at, v.time_zone, -r.amount_paise, b.id, b.number, u.name
      from refunds r
      join bookings b on b.tenant_id = r.tenant_id and b.id = r.booking_id
      join venues v on v.tenant_id = b.tenant_id and v.id = b.venue_id ${ofVenue}
      join users u on u.tenant_id = b.tenant_id and u.id = b.customer_id
     where r.tenant_id = ${tenantId} and ${onDays(sql`r.refunded_at`, sql`v.time_zone`, days)}
    order by at, number`);
}

/** What each booking agreed to pay, by code and rate. */
async function readRates(tx: Tx, tenantId: string, bookingIds: readonly string[]): Promise<Map<string, Rate[]>> {
  const rows = await tx.execute<{ booking_id: string; rate: number; sac: string; amount: string }>(sql`
    select booking_id, gst_rate as rate, sac, sum(amount_paise) as amount from booking_lines
     where tenant_id = ${tenantId} and booking_id = any(${`{${bookingIds.join(",")}}`}::uuid[])
     group by booking_id, gst_rate, sac order by booking_id, sac, gst_rate`);
  const rates = rows.map(({ booking_id, rate, sac, amount }) => ({
    ...{ bookingId: booking_id, gstRate: Number(rate), sac, amountPaise: Number(amount) },
  }));
  return Map.groupBy(rates, ({ bookingId }) => bookingId);
}

function linesOf(document: Document, rates: Rate[]): GstLine[] {
  const amountPaise = Number(document.amount);
  const signed = (paise: Paise) => (amountPaise < 0 ? 0 - paise : paise);
  return gstOfPart(Math.abs(amountPaise), rates).map((part) => ({
    kind: document.kind,
    number: document.number,
    date: localDateOf(new Date(document.at), document.time_zone),
    bookingNumber: document.booking_number,
    customer: document.customer,
    sac: part.sac,
    gstRate: part.gstRate,
    taxablePaise: signed(part.taxablePaise),
    cgstPaise: signed(part.cgstPaise),
    sgstPaise: signed(part.sgstPaise),
    amountPaise: signed(part.amountPaise),
  }));
}
