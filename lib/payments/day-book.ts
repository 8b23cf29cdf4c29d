import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dayBooks } from "@/db/schema/day-books";
import { IMPORTED } from "@/lib/core/imported";
import type { LocalDate } from "@/lib/core/local-date";
import type { Paise } from "@/lib/core/money";
import { startOfDay } from "@/lib/core/period";
import { AppError } from "@/lib/errors";
import { BACKDATED_DAYS } from "./input";
import type { DayBookEntry, MethodTotals } from "./types";

export type DayBookRow = typeof dayBooks.$inferSelect;

/**
 * Moments of writing, the first not included: each row of the ledger is in one book, whenever its money came. They stay in
 * Postgres, whose microseconds a Date would lose; `about` is the same in milliseconds, known before the ledger is searched.
 */
export type Span = { after: SQL; upTo: SQL; about: { from: Date; to: Date | null } };

/** A till's latest closing; undefined before the first. */
export async function lastBook(tx: Tx, tenantId: string, venueId: string): Promise<DayBookRow | undefined> {
  const [row] = await tx
    .select()
    .from(dayBooks)
    .where(and(eq(dayBooks.tenantId, tenantId), eq(dayBooks.venueId, venueId)))
    .orderBy(desc(dayBooks.date), desc(dayBooks.revision))
    .limit(1);
  return row;
}

/** The book before one that is closed: where its span begins. */
export async function bookBefore(tx: Tx, book: DayBookRow): Promise<DayBookRow | undefined> {
  const [row] = await tx
    .select()
    .from(dayBooks)
    .where(
      and(
        eq(dayBooks.tenantId, book.tenantId),
        eq(dayBooks.venueId, book.venueId),
        sql`(${dayBooks.date}, ${dayBooks.revision}) < (${book.date}::date, ${book.revision}::int)`,
      ),
    )
    .orderBy(desc(dayBooks.date), desc(dayBooks.revision))
    .limit(1);
  return row;
}

/** A venue's first book begins with its day; every later one where the last was closed. */
export function spanAfter(previous: DayBookRow | undefined, date: LocalDate, timeZone: string): Span {
  const from = previous?.closedAt ?? startOfDay(date, timeZone);
  const after = previous ? closing(previous) : sql`${from.toISOString()}::timestamptz`;
  return { after, upTo: sql`'infinity'::timestamptz`, about: { from, to: null } };
}

/** The span of a book that is closed. */
export function spanOf(book: DayBookRow, previous: DayBookRow | undefined, timeZone: string): Span {
  const { after, about } = spanAfter(previous, book.date, timeZone);
  return { after, upTo: closing(book), about: { ...about, to: book.closedAt } };
}

function closing({ tenantId, id }: DayBookRow): SQL {
  return sql`(select closed_at from day_books where tenant_id = ${tenantId} and id = ${id})`;
}

type EntryRow = {
  kind: DayBookEntry["kind"];
  id: string;
  booking_id: string;
  booking_number: string;
  event_title: string;
  number: string;
  method: DayBookEntry["method"];
  reference: string | null;
  amount: string;
  at: Date;
  written_at: Date;
  by: string | null;
};

/**
 * All money of a venue that was written down in a span, in that order. Rows that were written later than they happened are
 * found as well, back to as far as they may be dated; none is dated ahead by more than the clock of a gateway may be. What
 * an import brought never passed through this till.
 */
export async function entriesOf(tx: Tx, tenantId: string, venueId: string, span: Span): Promise<DayBookEntry[]> {
  const within = (table: "p" | "r", at: "received_at" | "refunded_at") => {
    const column = sql.raw(`${table}.${at}`);
    const written = sql.raw(`${table}.created_at`);
    const reference = sql.raw(`${table}.reference`);
    return sql`not (b.import_id is not null and ${reference} is not distinct from ${IMPORTED})
      and ${column} > ${span.about.from.toISOString()}::timestamptz - make_interval(days => ${BACKDATED_DAYS + 1}::int)
      and ${column} < ${span.about.to?.toISOString() ?? "infinity"}::timestamptz + interval '1 day'
      and ${written} > ${span.after} and ${written} <= ${span.upTo}`;
  };
  const rows = await tx.execute<EntryRow>(sql`
    select 'payment' as kind, p.id, b.id as booking_id, b.number as booking_number, b.event_title, p.receipt_number as number,
        p.method, p.reference, p.amount_paise as amount, p.received_at as at, p.created_at as written_at, u.name as by
      from payments p
      join bookings b on b.tenant_id = p.tenant_id and b.id = p.booking_id and b.venue_id = ${venueId}
      left join users u on u.tenant_id = p.tenant_id and u.id = p.received_by
     where p.tenant_id = ${tenantId} and ${within("p", "received_at")}
    union all
    select r.kind, r.id, b.id, b.number, b.event_title, r.voucher_number, r.method, r.reference, r.amount_paise, r.refunded_at,
        r.created_at, u.name
      from refunds r
      join bookings b on b.tenant_id = r.tenant_id and b.id = r.booking_id and b.venue_id = ${venueId}
      left join users u on u.tenant_id = r.tenant_id and u.id = r.paid_by
     where r.tenant_id = ${tenantId} and ${within("r", "refunded_at")}
    order by written_at, id`);
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    bookingId: row.booking_id,
    bookingNumber: row.booking_number,
    eventTitle: row.event_title,
    number: row.number,
    method: row.method,
    reference: row.reference,
    amountPaise: Number(row.amount),
    at: new Date(row.at),
    writtenAt: new Date(row.written_at),
    by: row.by,
  }));
}

/** Sums of each method that occurs, in paise. */
export function totalsOf(entries: readonly DayBookEntry[]): MethodTotals {
  const totals: MethodTotals = {};
  for (const { kind, method, amountPaise } of entries) {
    const sum = totals[method] ?? { in: 0, out: 0 };
    sum[kind === "payment" ? "in" : "out"] += amountPaise;
    totals[method] = sum;
  }
  return totals;
}

/** What should lie in the till. */
export function expectedCash(openingPaise: Paise, totals: MethodTotals): Paise {
  return openingPaise + (totals.cash?.in ?? 0) - (totals.cash?.out ?? 0);
}

/** Numbered within its day: a day closed twice, at noon and at night, has two. */
export function revisionOf(previous: DayBookRow | undefined, date: LocalDate): number {
  if (previous && previous.date > date) throw new AppError("INVALID_INPUT", { field: "date" });
  return previous?.date === date ? previous.revision + 1 : 1;
}
