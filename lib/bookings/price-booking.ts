import "server-only";
import { inTenant, type Tx } from "@/db/client";
import type { LocalDate } from "@/lib/core/local-date";
import { type Quote, quoteBooking } from "@/lib/core/quote";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/tenants/ctx";
import { listMuhuratDates, loadVenueInTx } from "@/lib/venues/load-venue";
import type { VenueBook } from "@/lib/venues/types";
import type { NamedWish, QuoteInput } from "./input";
import { planFunctions } from "./plan-functions";
import type { BookingRow, PlannedFunction } from "./types";

export type PricedPlan = { book: VenueBook; functions: PlannedFunction[]; quote: Quote };

/** What a caller wants to be told of a booking that was just written; it must survive JSON. */
export type ShowBooking<T> = (tx: Tx, booking: BookingRow, plan: PricedPlan) => Promise<T>;

/** Prices a wish by the server's own prices, inside the caller's transaction. A client's total is never used. */
export async function priceInTx(tx: Tx, ctx: Ctx, input: NamedWish): Promise<PricedPlan> {
  const { tenant, actor, now } = ctx;
  const dates = input.functions.map((one) => ("slotId" in one ? one.date : one.startsAt.slice(0, 10)));
  // Awaited together: postgres.js sends them in one go.
  const [book, muhurat] = await Promise.all([
    loadVenueInTx(tx, tenant.id, input.venueId),
    muhuratAmong(tx, ctx, input.venueId, dates),
  ]);
  if (!book) throw new AppError("NOT_FOUND", { what: "venue" });
  const functions = planFunctions(book.venue, input.functions, input.guests, actor, now);
  return { book, functions, quote: quoteFunctions(book, functions, input, muhurat) };
}

/** The auspicious ones of some days, with those between them. */
export function muhuratAmong(tx: Tx, { tenant }: Ctx, venueId: string, dates: LocalDate[]): Promise<LocalDate[]> {
  const sorted = dates.toSorted();
  return listMuhuratDates(tx, tenant.id, venueId, sorted.at(0) ?? "", sorted.at(-1) ?? "");
}

/** By the book's prices. @throws AppError NOT_FOUND for an extra that the venue lacks, INVALID_INPUT for more of one than it gives */
export function quoteFunctions(
  book: VenueBook,
  functions: PlannedFunction[],
  input: { guests: number; addOns: QuoteInput["addOns"] },
  muhurat: LocalDate[],
): Quote {
  return quoteBooking({
    functions,
    guests: input.guests,
    addOns: input.addOns.map(({ addOnId, quantity }) => {
      const addOn = book.venue.addOns.find((one) => one.id === addOnId);
      if (!addOn) throw new AppError("NOT_FOUND", { what: "add-on" });
      if (addOn.maxQuantity !== null && quantity > addOn.maxQuantity) {
        throw new AppError("INVALID_INPUT", { addOn: addOnId, maxQuantity: addOn.maxQuantity });
      }
      return { addOn, quantity };
    }),
    prices: book.prices,
    rules: book.rules,
    muhuratDates: new Set(muhurat),
    terms: book.venue.paymentTerms,
  });
}

/** What a person saw must be what they agree to. `shownTotalPaise` is absent where nothing was shown. @throws AppError PRICE_CHANGED */
export function assertShownPrice({ quote }: PricedPlan, shownTotalPaise: number | undefined): void {
  if (shownTotalPaise !== undefined && shownTotalPaise !== quote.totalPaise) {
    throw new AppError("PRICE_CHANGED", { totalPaise: quote.totalPaise });
  }
}

/** The price of a wish, for anyone: nothing is claimed. */
export async function priceBooking(
  ctx: Ctx,
  input: QuoteInput,
): Promise<{ quote: Quote; functions: PlannedFunction[] }> {
  const { quote, functions } = await inTenant(ctx.tenant.id, (tx) => priceInTx(tx, ctx, input));
  return { quote, functions };
}
