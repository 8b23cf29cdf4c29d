import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { atOneMoment, inTenant, type Tx } from "@/db/client";
import { isId } from "@/db/id";
import { dayBooks } from "@/db/schema/day-books";
import { users } from "@/db/schema/people";
import { venues } from "@/db/schema/venues";
import type { LocalDate } from "@/lib/core/local-date";
import type { Paise } from "@/lib/core/money";
import { todayIn } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { bookBefore, type DayBookRow, entriesOf, lastBook, spanAfter, spanOf, totalsOf } from "./day-book";
import type { DayBookEntry, MethodTotals } from "./types";

/** The book that is running. `openingPaise` is null before a venue's first closing. */
export type OpenBook = {
  venueId: string;
  timeZone: string;
  today: LocalDate;
  lastDate: LocalDate | null;
  since: Date | null;
  openingPaise: Paise | null;
  entries: DayBookEntry[];
  totals: MethodTotals;
};

export type DayBookLine = {
  id: string;
  date: LocalDate;
  revision: number;
  openingPaise: Paise;
  cashInPaise: Paise;
  cashOutPaise: Paise;
  countedPaise: Paise;
  differencePaise: Paise;
  note: string | null;
  closedAt: Date;
  closedBy: string;
};

export type ClosedBook = DayBookLine & {
  venueId: string;
  timeZone: string;
  entries: DayBookEntry[];
  totals: Record<string, { in: Paise; out: Paise }>;
};

/** The book that is running: all since the last closing. @throws AppError NOT_FOUND */
export async function loadOpenBook(ctx: Ctx, venueId: string): Promise<OpenBook> {
  assertMay(ctx.actor, "money.read");
  return atOneMoment(ctx.tenant.id, async (tx) => {
    const timeZone = await timeZoneOf(tx, ctx, venueId);
    const today = todayIn(ctx.now, timeZone);
    const previous = await lastBook(tx, ctx.tenant.id, venueId);
    const entries = await entriesOf(tx, ctx.tenant.id, venueId, spanAfter(previous, today, timeZone));
    return {
      venueId,
      timeZone,
      today,
      lastDate: previous?.date ?? null,
      since: previous?.closedAt ?? null,
      openingPaise: previous?.countedPaise ?? null,
      entries,
      totals: totalsOf(entries),
    };
  });
}

/** A closed book with what is in it. @throws AppError NOT_FOUND */
export async function loadClosedBook(ctx: Ctx, dayBookId: string): Promise<ClosedBook> {
  assertMay(ctx.actor, "money.read");
  if (!isId(dayBookId)) throw new AppError("NOT_FOUND", { what: "day book" });
  return atOneMoment(ctx.tenant.id, async (tx) => {
    const [found] = await tx
      .select({ book: dayBooks, by: users.name, phone: users.phone })
      .from(dayBooks)
      .innerJoin(users, and(eq(users.tenantId, dayBooks.tenantId), eq(users.id, dayBooks.closedBy)))
      .where(and(eq(dayBooks.tenantId, ctx.tenant.id), eq(dayBooks.id, dayBookId)));
    if (!found) throw new AppError("NOT_FOUND", { what: "day book" });
    const { book, by, phone } = found;
    const timeZone = await timeZoneOf(tx, ctx, book.venueId);
    const previous = await bookBefore(tx, book);
    const entries = await entriesOf(tx, ctx.tenant.id, book.venueId, spanOf(book, previous, timeZone));
    return { ...lineOf(book, by ?? phone), venueId: book.venueId, timeZone, totals: book.totals, entries };
  });
}

/** The latest closings of a venue. */
export async function listDayBooks(ctx: Ctx, venueId: string, atMost: number): Promise<DayBookLine[]> {
  assertMay(ctx.actor, "money.read");
  const rows = await inTenant(ctx.tenant.id, (tx) =>
    tx
      .select({ book: dayBooks, by: users.name, phone: users.phone })
      .from(dayBooks)
      .innerJoin(users, and(eq(users.tenantId, dayBooks.tenantId), eq(users.id, dayBooks.closedBy)))
      .where(and(eq(dayBooks.tenantId, ctx.tenant.id), eq(dayBooks.venueId, venueId)))
      .orderBy(desc(dayBooks.date), desc(dayBooks.revision))
      .limit(atMost),
  );
  return rows.map(({ book, by, phone }) => lineOf(book, by ?? phone));
}

function lineOf(book: DayBookRow, closedBy: string): DayBookLine {
  const { id, date, revision, openingPaise, cashInPaise, cashOutPaise, countedPaise, note, closedAt } = book;
  return {
    ...{ id, date, revision, openingPaise, cashInPaise, cashOutPaise, countedPaise, note, closedAt, closedBy },
    differencePaise: book.differencePaise ?? 0,
  };
}

async function timeZoneOf(tx: Tx, ctx: Ctx, venueId: string): Promise<string> {
  const [venue] = isId(venueId)
    ? await tx
        .select({ timeZone: venues.timeZone })
        .from(venues)
        .where(and(eq(venues.tenantId, ctx.tenant.id), eq(venues.id, venueId)))
    : [];
  if (!venue) throw new AppError("NOT_FOUND", { what: "venue" });
  return venue.timeZone;
}
