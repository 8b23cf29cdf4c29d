import "server-only";
import type { Tx } from "@/db/client";
import { priceOf } from "@/lib/core/pricing";
import type { ImportProblem, ImportReading } from "@/lib/core/read-import-row";
import { expandSlot } from "@/lib/core/slots";
import type { Ctx } from "@/lib/tenants/ctx";
import { listMuhuratDates } from "@/lib/venues/load-venue";
import type { VenueBook } from "@/lib/venues/types";

type Row = { reading: ImportReading | null; problems: ImportProblem[] };

/** Of lines that name no amount, whether the hall's prices cover what was paid: `paidAboveTotal` where they do not. */
export async function priceImports<R extends Row>(tx: Tx, ctx: Ctx, book: VenueBook, rows: readonly R[]): Promise<R[]> {
  const open = rows.flatMap(({ reading }) =>
    reading && reading.totalPaise === null && reading.paidPaise > 0 ? [reading.date] : [],
  );
  if (open.length === 0) return [...rows];
  const dates = open.toSorted();
  const { venue } = book;
  const muhurat = new Set(await listMuhuratDates(tx, ctx.tenant.id, venue.id, dates[0] ?? "", dates.at(-1) ?? ""));
  const isCovered = ({ date, spaceId, slotId, paidPaise }: ImportReading) => {
    const slot = venue.slots.find(({ id }) => id === slotId);
    const period = slot && expandSlot(slot, date, venue.settings.timeZone);
    if (!period) return true;
    const price = priceOf({ ...book, spaceId, slotId, date, period, isMuhurat: muhurat.has(date) });
    return !price || paidPaise <= price.totalPaise;
  };
  return rows.map((row) =>
    row.reading && row.reading.totalPaise === null && !isCovered(row.reading)
      ? { ...row, reading: null, problems: [...row.problems, { code: "paidAboveTotal" }] }
      : row,
  );
}
