import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import type { LocalDate } from "@/lib/core/local-date";
import type { Paise } from "@/lib/core/money";
import { assertMay } from "@/lib/core/permissions";
import { paidByBooking } from "@/lib/ledger/balance";
import type { Ctx } from "@/lib/tenants/ctx";
import type { OwedFilter } from "./filters";
import type { Payer } from "./types";

/** What a firm booking still owes, and since or until when. */
export type Owed = {
  bookingId: string;
  number: string;
  eventTitle: string;
  customer: Payer;
  startsAt: Date;
  timeZone: string;
  totalPaise: Paise;
  paidPaise: Paise;
  duePaise: Paise;
  dueOn: LocalDate;
  /** Of a firm booking that should have paid its advance. */
  advanceMissingPaise: Paise;
  isOverdue: boolean;
};

/** A page of it, and the sums of all that the filter asks for. */
export type OwedPage = { rows: Owed[]; count: number; duePaise: Paise; latePaise: Paise };

/** What was never paid a year after the event is a matter for a lawyer, not for a list. */
const BEHIND = sql`now() - interval '1 year'`;
const SOON_DAYS = 30;

type Row = {
  id: string;
  number: string;
  event_title: string;
  starts_at: Date;
  time_zone: string;
  name: string | null;
  phone: string;
  total: string;
  paid: string;
  due_on: string;
  advance_missing: string;
  is_overdue: boolean;
  count: number;
  due_sum: string;
  late_sum: string;
};

/**
 * What firm bookings owe, the longest overdue first by the day on which the terms want the balance, with the sums of all of
 * it; a page of rows, or all of them without `limit`. `soon` is what is overdue or due within `withinDays`, 30 by default.
 */
export async function listOwed(ctx: Ctx, filter: OwedFilter, limit?: number): Promise<OwedPage> {
  assertMay(ctx.actor, "money.read");
  const rows = await inTenant(ctx.tenant.id, (tx) => tx.execute<Row>(owedRows(ctx, filter, limit)));
  const [first] = rows;
  return {
    count: first?.count ?? 0,
    duePaise: Number(first?.due_sum ?? 0),
    latePaise: Number(first?.late_sum ?? 0),
    rows: rows.map((row) => ({
      ...{ bookingId: row.id, number: row.number, eventTitle: row.event_title, startsAt: new Date(row.starts_at) },
      ...{ timeZone: row.time_zone, customer: { name: row.name, phone: row.phone }, dueOn: row.due_on },
      totalPaise: Number(row.total),
      paidPaise: Number(row.paid),
      duePaise: Number(row.total) - Number(row.paid),
      advanceMissingPaise: Number(row.advance_missing),
      isOverdue: row.is_overdue,
    })),
  };
}

/** Ranges of `bookings_status` and `payments_booking`, read from the indexes alone; bookings are opened for the page. */
function owedRows(ctx: Ctx, { when, venueId, withinDays = SOON_DAYS, page = 1 }: OwedFilter, limit?: number): SQL {
  const tenantId = ctx.tenant.id;
  const which = {
    overdue: sql`is_overdue`,
    soon: sql`(is_overdue or due_on <= today + ${withinDays}::int)`,
    all: sql`true`,
  }[when];
  return sql`
    with firm as (
      select b.id, b.starts_at, b.total_paise as total, coalesce(moved.paise, 0) as paid, v.time_zone,
             (b.starts_at at time zone v.time_zone)::date - b.balance_due_days as due_on,
             (${ctx.now.toISOString()}::timestamptz at time zone v.time_zone)::date as today,
             -- A firm booking without its advance owes it now, unless it was agreed to be paid at the hall or was made on paper.
             case when b.pay_at_hall_at is null and b.source <> 'import' then greatest(0, b.advance_paise - coalesce(moved.paise, 0)) else 0 end as advance_missing
        from bookings b
        join venues v on v.tenant_id = ${tenantId} and v.id = b.venue_id
        left join ${paidByBooking(tenantId)} moved on moved.booking_id = b.id
       where b.tenant_id = ${tenantId} and b.status in ('confirmed', 'completed') and b.starts_at > ${BEHIND}
         and b.total_paise > coalesce(moved.paise, 0) ${venueId ? sql`and b.venue_id = ${venueId}` : sql``}
    ), owed as (select *, due_on < today or advance_missing > 0 as is_overdue from firm),
    listed as (
      select *, count(*) over ()::int as count, sum(total - paid) over () as due_sum,
             sum(total - paid) filter (where is_overdue) over () as late_sum
        from owed where ${which}
       order by due_on, starts_at, id limit ${limit ?? null} offset ${limit ? (page - 1) * limit : 0})
    select listed.*, to_char(due_on, 'YYYY-MM-DD') as due_on, b.number, b.event_title, u.name, u.phone
      from listed
      join bookings b on b.tenant_id = ${tenantId} and b.id = listed.id
      join users u on u.tenant_id = ${tenantId} and u.id = b.customer_id
     order by listed.due_on, listed.starts_at, listed.id`;
}
