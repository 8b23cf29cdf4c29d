import "server-only";
import { and, eq } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { newId } from "@/db/id";
import { dayBooks } from "@/db/schema/day-books";
import { venues } from "@/db/schema/venues";
import { lockVenue } from "@/lib/bookings/locks";
import type { LocalDate } from "@/lib/core/local-date";
import type { Paise } from "@/lib/core/money";
import { todayIn } from "@/lib/core/period";
import { assertMay } from "@/lib/core/permissions";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { recordChange } from "@/lib/tenants/record-change";
import { entriesOf, expectedCash, lastBook, revisionOf, spanAfter, totalsOf } from "./day-book";
import type { CloseDayInput } from "./input";

export type ClosedDay = { dayBookId: string; date: LocalDate; differencePaise: Paise };

/**
 * Closes a venue's till: what the ledger says came and went since the last closing, what was counted, and the difference.
 * It stays as it is. What is written afterwards, for that day as well, is in the next book: each row is in exactly one.
 * @throws AppError BOOK_CHANGED (money moved since it was shown), INVALID_INPUT (a difference without a reason, a day that
 * is ahead or before the last book, the first book without its opening sum), NOT_FOUND
 */
export async function closeDay(ctx: Ctx, input: CloseDayInput): Promise<ClosedDay> {
  assertMay(ctx.actor, "day-book.close");
  const { actor } = ctx;
  if (actor.kind !== "staff") throw new AppError("FORBIDDEN");
  return inTenant(ctx.tenant.id, async (tx) => {
    await lockVenue(tx, input.venueId);
    const { timeZone } = await venueOf(tx, ctx, input.venueId);
    if (input.date > todayIn(ctx.now, timeZone)) throw new AppError("INVALID_INPUT", { field: "date" });
    const previous = await lastBook(tx, ctx.tenant.id, input.venueId);
    const openingPaise = previous?.countedPaise ?? input.openingPaise;
    if (openingPaise === undefined) throw new AppError("INVALID_INPUT", { field: "openingPaise" });
    const revision = revisionOf(previous, input.date);

    const span = spanAfter(previous, input.date, timeZone);
    const totals = totalsOf(await entriesOf(tx, ctx.tenant.id, input.venueId, span));
    const expectedPaise = expectedCash(openingPaise, totals);
    if (expectedPaise !== input.shownExpectedPaise) throw new AppError("BOOK_CHANGED", { expectedPaise });
    const differencePaise = input.countedPaise - expectedPaise;
    if (differencePaise !== 0 && !input.note) throw new AppError("INVALID_INPUT", { field: "note" });

    const id = newId();
    await tx.insert(dayBooks).values({
      tenantId: ctx.tenant.id,
      id,
      venueId: input.venueId,
      date: input.date,
      revision,
      openingPaise,
      cashInPaise: totals.cash?.in ?? 0,
      cashOutPaise: totals.cash?.out ?? 0,
      countedPaise: input.countedPaise,
      totals,
      note: input.note ?? null,
      closedBy: actor.userId,
    });
    const after = { date: input.date, expectedPaise, countedPaise: input.countedPaise, differencePaise };
    await recordChange(tx, ctx, { type: "day-book.closed", subjectId: id, subject: input.date, after });
    return { dayBookId: id, date: input.date, differencePaise };
  });
}

async function venueOf(tx: Tx, ctx: Ctx, venueId: string): Promise<{ timeZone: string }> {
  const [venue] = await tx
    .select({ timeZone: venues.timeZone })
    .from(venues)
    .where(and(eq(venues.tenantId, ctx.tenant.id), eq(venues.id, venueId)));
  if (!venue) throw new AppError("NOT_FOUND", { what: "venue" });
  return venue;
}
