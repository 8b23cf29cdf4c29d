import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { LEAD_FROM_DAYS } from "@/lib/core/lead-time";
import type { LocalDate } from "@/lib/core/local-date";
import type { BookedRow, FunctionRow, MoneyRow, TakenRow } from "./types";

/** A venue and days of its calendar, both included, with the instants at which they begin and end. */
export type Range = {
  tenantId: string;
  venueId: string;
  timeZone: string;
  from: LocalDate;
  to: LocalDate;
  startsAt: Date;
  endsAt: Date;
};

const within = (column: SQL, { startsAt, endsAt }: Range) =>
  sql`${column} >= ${startsAt.toISOString()}::timestamptz and ${column} < ${endsAt.toISOString()}::timestamptz`;
const monthOf = (column: SQL, { timeZone }: Range) => sql`to_char(${column} at time zone ${timeZone}::text, 'YYYY-MM')`;
const leadDays = ({ timeZone }: Range) =>
  sql`greatest(0, (b.starts_at at time zone ${timeZone}::text)::date - (b.created_at at time zone ${timeZone}::text)::date)`;
const STANDS = sql`b.status in ('confirmed', 'completed')`;
const STOOD_ONCE = sql`b.status = 'cancelled' and exists (select 1 from booking_events e
  where e.tenant_id = b.tenant_id and e.booking_id = b.id and e.to_status = 'confirmed')`;

/** A range of `bookings_venue`. */
export const bookedRows = (range: Range): SQL => sql`
  select month, muhurat, kind, lead, count(*)::int as bookings, sum(total_paise)::text as paise from (
    select ${monthOf(sql`b.starts_at`, range)} as month, m.date is not null as muhurat, b.total_paise,
           case when ${STANDS} then 'booked' else 'cancelled' end as kind,
           width_bucket(${leadDays(range)}, ${`{${LEAD_FROM_DAYS.slice(1).join(",")}}`}::int[]) as lead
      from bookings b
      left join muhurat_dates m on m.tenant_id = b.tenant_id and m.venue_id = b.venue_id
       and m.date = (b.starts_at at time zone ${range.timeZone}::text)::date
     where b.tenant_id = ${range.tenantId} and b.venue_id = ${range.venueId} and ${within(sql`b.starts_at`, range)}
       and (${STANDS} or (${STOOD_ONCE}))
  ) each group by month, muhurat, kind, lead`;

/** The same range. */
export const leadRows = (range: Range): SQL => sql`
  select percentile_disc(0.5) within group (order by ${leadDays(range)}) as days
    from bookings b
   where b.tenant_id = ${range.tenantId} and b.venue_id = ${range.venueId} and ${within(sql`b.starts_at`, range)} and ${STANDS}`;

/** A range of `bookings_taken`. */
export const takenRows = (range: Range): SQL => sql`
  select b.source, b.taken_by, u.name, count(*)::int as bookings, sum(b.total_paise)::text as paise,
         sum(b.discount_paise)::text as discount
    from bookings b
    left join users u on u.tenant_id = b.tenant_id and u.id = b.taken_by
   where b.tenant_id = ${range.tenantId} and b.venue_id = ${range.venueId} and ${within(sql`b.created_at`, range)} and ${STANDS}
   group by b.source, b.taken_by, u.name`;

/** Ranges of `payments_time` and `refunds_time`. */
export const moneyRows = (range: Range): SQL => sql`
  select month, sum(came)::text as came, sum(went)::text as went from (
    select ${monthOf(sql`p.received_at`, range)} as month, p.amount_paise as came, 0 as went
      from payments p join bookings b on b.tenant_id = p.tenant_id and b.id = p.booking_id
     where p.tenant_id = ${range.tenantId} and b.venue_id = ${range.venueId} and ${within(sql`p.received_at`, range)}
    union all
    select ${monthOf(sql`r.refunded_at`, range)}, 0, r.amount_paise
      from refunds r join bookings b on b.tenant_id = r.tenant_id and b.id = r.booking_id
     where r.tenant_id = ${range.tenantId} and b.venue_id = ${range.venueId} and ${within(sql`r.refunded_at`, range)}
  ) moved group by month`;

/** A range of `booking_functions_day`. */
export const functionRows = (range: Range): SQL => sql`
  select f.space_id, f.slot_id, extract(isodow from f.date)::int as weekday, count(*)::int as functions
    from booking_functions f join bookings b on b.tenant_id = f.tenant_id and b.id = f.booking_id
   where f.tenant_id = ${range.tenantId} and f.date between ${range.from}::date and ${range.to}::date
     and b.venue_id = ${range.venueId} and ${STANDS}
   group by 1, 2, 3`;

type Sums = { bookings: number; paise: string };

export async function readBooked(tx: Tx, range: Range): Promise<BookedRow[]> {
  const rows = await tx.execute<Sums & Pick<BookedRow, "month" | "muhurat" | "kind" | "lead">>(bookedRows(range));
  return rows.map((row) => ({ ...row, paise: Number(row.paise) }));
}

export async function readLeadDays(tx: Tx, range: Range): Promise<number | null> {
  const [row] = await tx.execute<{ days: number | null }>(leadRows(range));
  return row?.days ?? null;
}

export async function readTaken(tx: Tx, range: Range): Promise<TakenRow[]> {
  type Row = Sums & { source: string; taken_by: string | null; name: string | null; discount: string };
  const rows = await tx.execute<Row>(takenRows(range));
  return rows.map(({ source, taken_by, name, bookings, paise, discount }) => ({
    ...{ source, takenBy: taken_by, name, bookings, paise: Number(paise), discountPaise: Number(discount) },
  }));
}

export async function readMoney(tx: Tx, range: Range): Promise<MoneyRow[]> {
  const rows = await tx.execute<{ month: string; came: string; went: string }>(moneyRows(range));
  return rows.map(({ month, came, went }) => ({ month, inPaise: Number(came), outPaise: Number(went) }));
}

export async function readFunctions(tx: Tx, range: Range): Promise<FunctionRow[]> {
  type Row = { space_id: string; slot_id: string | null; weekday: number; functions: number };
  const rows = await tx.execute<Row>(functionRows(range));
  return rows.map(({ space_id, slot_id, weekday, functions }) => ({
    ...{ spaceId: space_id, slotId: slot_id, weekday, functions },
  }));
}
