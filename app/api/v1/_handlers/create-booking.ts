import "server-only";
import { holdAndShow } from "@/lib/bookings/hold-booking";
import type { WantedFunction } from "@/lib/bookings/input";
import type { ShowBooking } from "@/lib/bookings/price-booking";
import { takeBooking } from "@/lib/bookings/take-booking";
import { AppError } from "@/lib/errors";
import { findCustomerInTx } from "@/lib/people/find-customer";
import type { Once } from "@/lib/tenants/idempotency";
import type { Call } from "@/lib/web/api/operation";
import type { BookingResource, CreateBookingBody, createBooking } from "../_contract/bookings";
import { bookingResource } from "./booking-resource";
import { functionsWished } from "./functions-wished";

type Caller = Pick<Call<typeof createBooking>, "ctx" | "idempotencyKey">;

/** Holds what was asked for: a family for itself, anybody else for the user that the call names. */
export async function createBookingFor(
  { ctx, idempotencyKey }: Caller,
  venueId: string,
  body: CreateBookingBody,
): Promise<Once<BookingResource>> {
  const { user, guestCount: guests, addOns, eventType } = body;
  const wish = {
    ...{ venueId, guests, addOns, eventType, eventTitle: body.eventTitle ?? user.name },
    functions: await functionsWished(ctx, venueId, body, nameOf(eventType)),
    ...{ specialRequests: body.specialRequests, shownTotalPaise: body.shownTotalPaise, idempotencyKey },
    locale: body.locale ?? ctx.tenant.locale,
  };
  if (ctx.actor.kind === "customer") return holdAndShow(ctx, { ...wish, termsAccepted: true }, show);
  const taken = { ...wish, customer: user, source: "desk", standing: { kind: "hold" } } as const;
  return takeBooking(ctx, taken, { receive: neverReceives, show });
}

const show: ShowBooking<BookingResource> = async (tx, booking, plan) =>
  bookingResource({
    ...{ booking, paidPaise: 0, timeZone: plan.book.venue.settings.timeZone, lines: plan.quote.lines },
    customer: await findCustomerInTx(tx, booking),
    functions: plan.functions.map(({ period, ...one }) => ({ ...one, ...period })),
  });

const FUNCTION_NAMES = ["wedding", "engagement", "reception", "naming", "birthday"] as const;
const nameOf = (eventType: string): WantedFunction["name"] =>
  FUNCTION_NAMES.find((name) => name === eventType) ?? "other";

function neverReceives(): never {
  throw new AppError("INTERNAL");
}
