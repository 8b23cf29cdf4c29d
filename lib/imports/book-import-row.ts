import "server-only";
import type { Tx } from "@/db/client";
import { createBooking } from "@/lib/bookings/create-booking";
import { muhuratAmong, type PricedPlan, quoteFunctions } from "@/lib/bookings/price-booking";
import type { BookingRow, PlannedFunction } from "@/lib/bookings/types";
import { eventTypes } from "@/lib/core/event-names";
import { quoteOf, taxed } from "@/lib/core/quote";
import { type ImportReading, priceFor } from "@/lib/core/read-import-row";
import { expandSlot } from "@/lib/core/slots";
import { AppError } from "@/lib/errors";
import { ensureCustomer } from "@/lib/people/ensure-customer";
import type { Ctx } from "@/lib/tenants/ctx";
import type { VenueBook } from "@/lib/venues/types";

/**
 * Books what a line says, by the path of every booking: `no_double_booking` decides. What is over comes as completed, the
 * rest as confirmed; lead time and horizon do not bind what was agreed long ago, and nobody is written to. The venue must be
 * locked. @throws AppError SLOT_TAKEN, SLOT_NOT_OFFERED, PRICE_MISSING, ABOVE_DUE
 */
export async function bookImportRow(
  tx: Tx,
  ctx: Ctx,
  book: VenueBook,
  importId: string,
  reading: ImportReading,
): Promise<BookingRow> {
  const planned = planOf(book, reading);
  const plan: PricedPlan = { book, functions: [planned], quote: await quoteOfReading(tx, ctx, book, planned, reading) };
  if (reading.paidPaise > plan.quote.totalPaise) throw new AppError("ABOVE_DUE");
  const { locale } = ctx.tenant;
  return createBooking(
    tx,
    ctx,
    plan,
    {
      eventType: eventTypes.find((one) => one === reading.eventType) ?? "other",
      ...{ eventTitle: reading.title, guests: reading.guests, specialRequests: reading.note ?? undefined, locale },
    },
    {
      customerId: await ensureCustomer(tx, ctx, { phone: reading.phone, name: reading.name }, locale),
      status: planned.period.endsAt <= ctx.now ? "completed" : "confirmed",
      ...{ holdExpiresAt: null, approvedAt: ctx.now, source: "import", importId },
      takenBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
    },
    null,
  );
}

function planOf({ venue }: VenueBook, { spaceId, slotId, date, functionName }: ImportReading): PlannedFunction {
  const space = venue.spaces.find(({ id }) => id === spaceId);
  const slot = venue.slots.find(({ id }) => id === slotId);
  const period = slot && expandSlot(slot, date, venue.settings.timeZone);
  if (!space || !period) throw new AppError("SLOT_NOT_OFFERED");
  return { name: functionName, spaceId, spaceName: space.name, partIds: space.partIds, slotId, date, period };
}

/** What was agreed, as one line with the GST it contains; where the file names no amount, today's prices. */
async function quoteOfReading(tx: Tx, ctx: Ctx, book: VenueBook, planned: PlannedFunction, reading: ImportReading) {
  const { totalPaise, spaceId, slotId, guests } = reading;
  if (totalPaise === null) {
    const muhurat = await muhuratAmong(tx, ctx, book.venue.id, [planned.date]);
    return quoteFunctions(book, [planned], { guests, addOns: [] }, muhurat);
  }
  const price = priceFor(book.prices, spaceId, slotId, totalPaise);
  if (!price) throw new AppError("PRICE_MISSING", { spaceId, slotId });
  const line = taxed({
    ...{ kind: "space", functionIndex: 0, refId: spaceId, label: planned.spaceName, unit: "booking", quantity: 1 },
    ...{ unitPricePaise: totalPaise, amountPaise: totalPaise, gstRate: price.gstRate, sac: price.sac },
  });
  return quoteOf([line], book.venue.paymentTerms);
}
