import { redirect } from "next/navigation";
import { chosenFunctions } from "@/components/booking/chosen-function";
import { shownStatus } from "@/components/booking/status";
import {
  functionParam,
  readWish,
  type SearchParams,
  toQuoteInput,
  type Wish,
  wishPairs,
} from "@/components/booking/wish";
import { wishOfBooking } from "@/components/booking/wish-of-booking";
import { priceMove } from "@/lib/bookings/price-move";
import { daysUntil, mayChangeDateFree } from "@/lib/core/cancellation";
import { isAppError } from "@/lib/errors";
import { localePath } from "@/lib/i18n/paths";
import { takenFunctions } from "../../../book/load-step";
import { loadOwnBooking, type OwnBooking } from "../../load-own";

/** A booking, the sessions it might move to, and what they would cost. */
export async function loadMove(id: string, params: SearchParams, base: string) {
  const own = await loadOwnBooking(id, `${base}/move`);
  const { ctx, booking, place } = own;
  if (!mayMove(own)) redirect(localePath(ctx.locale, base));
  const before = wishOfBooking(own);
  const asked = readWish(params).functions;
  const isComplete = asked.length === before.functions.length;
  const wish: Wish = { ...before, functions: isComplete ? asked : before.functions };
  const hasMoved = JSON.stringify(wish.functions) !== JSON.stringify(before.functions);
  const priced = hasMoved
    ? await priceMove(ctx, { bookingId: booking.id, functions: wish.functions }).catch((error: unknown) => {
        if (isAppError(error)) return null;
        throw error;
      })
    : null;
  const chosen = chosenFunctions(place, wish.functions, priced);
  // Where it stays, the booking itself is what the calendar shows.
  const stays = new Set(before.functions.map(functionParam));
  const taken = await takenFunctions(ctx, place, toQuoteInput(wish, place), (slot) => slot.state === "free");
  return {
    own,
    wish,
    hasMoved,
    priced,
    chosen,
    taken: taken.filter(({ index }) => {
      const one = wish.functions[index];
      return one !== undefined && !stays.has(functionParam(one));
    }),
    difference: (priced?.quote.totalPaise ?? 0) - booking.totalPaise,
  };
}

/** The hall moves a booking whatever the terms say, a family as often as they allow. */
function mayMove({ ctx, booking, venue }: OwnBooking): boolean {
  const status = shownStatus(booking, ctx.now);
  if (status !== "confirmed" && status !== "pending") return false;
  if (ctx.actor.kind === "staff") return true;
  return mayChangeDateFree(
    booking.terms.cancellation,
    booking.dateChanges,
    daysUntil(booking, venue.timeZone, ctx.now),
  );
}

/** The address of this page with other sessions chosen. */
export function moveHref(path: string, wish: Wish, extra: Record<string, string> = {}): string {
  const functions = wishPairs(wish).filter(([name]) => name === "f" || name === "as");
  return `${path}?${new URLSearchParams([...functions, ...Object.entries(extra)])}`;
}
