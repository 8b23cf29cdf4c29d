import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTenant } from "@/db/client";
import { newId } from "@/db/id";
import { paymentLinks } from "@/db/schema/money";
import { hold } from "@/db/testing/checkout";
import { makeFamily, makeManager } from "@/db/testing/make-family";
import { makeHall, makeUser, type TestTenant, type TestVenue } from "@/db/testing/make-tenant";
import { readDeskDays } from "@/lib/availability/read-desk-days";
import { approveBooking } from "@/lib/bookings/approve-booking";
import { cancelBooking } from "@/lib/bookings/cancel-booking";
import { holdBooking } from "@/lib/bookings/hold-booking";
import { moveFunction } from "@/lib/bookings/move-function";
import { previewCancellation } from "@/lib/bookings/preview-cancellation";
import { previewMove } from "@/lib/bookings/preview-move";
import { priceMove } from "@/lib/bookings/price-move";
import { loadBooking } from "@/lib/bookings/queries";
import { rejectBooking } from "@/lib/bookings/reject-booking";
import { rescheduleBooking } from "@/lib/bookings/reschedule-booking";
import { submitBooking } from "@/lib/bookings/submit-booking";
import type { Actor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/local-date";
import { todayIn } from "@/lib/core/period";
import { mayDo, type Permission } from "@/lib/core/permissions";
import { isAppError } from "@/lib/errors";
import { requestRefund } from "@/lib/ledger/request-refund";
import type { Ctx } from "@/lib/tenants/ctx";
import { bookAtDesk } from "./book-at-desk";
import { cancelPaymentLinkOf } from "./cancel-payment-link";
import { closeDay } from "./close-day";
import { createRefund } from "./create-refund";
import { loadOpenBook } from "./day-book-queries";
import { payBack } from "./pay-back";
import { receivePayment } from "./receive-payment";
import { refundPayment } from "./refund-payment";
import { retryRefund } from "./retry-refund";
import { reversePayment } from "./reverse-payment";
import { sendPaymentLink } from "./send-payment-link";
import { startPayment } from "./start-payment";
import { verifyPayment } from "./verify-payment";

/** Every verb of bookings and payments by everybody: who may not is told FORBIDDEN or NOT_FOUND, and nothing has changed. */

type Target = { bookingId: string; venue: TestVenue; paymentId: string; requestId: string; linkId: string };

const person = async (tenant: TestTenant, role: "staff" | "owner"): Promise<Actor> => {
  const { id } = await makeUser(tenant.id, role);
  return { kind: "staff", userId: id, role };
};
const key = (...scopes: Permission[]): Actor => ({ kind: "apiKey", keyId: "key", scopes });

/** A hold of a family, and all who might try something with it. */
async function scene() {
  const { tenant, venue } = await makeHall();
  const own = await makeFamily(tenant);
  const manager = await makeManager(tenant);
  const { tenant: elsewhere } = await makeHall();
  const as = (actor: Actor): Ctx => ({ ...own, actor });
  const actors = {
    own,
    other: await makeFamily(tenant),
    staff: as(await person(tenant, "staff")),
    manager,
    owner: as(await person(tenant, "owner")),
    "key without scope": as(key()),
    "family of another hall": await makeFamily(elsewhere),
    "manager of another hall": await makeManager(elsewhere),
    "own family, at another hall": { ...own, tenant: elsewhere },
    platform: as({ kind: "platform" }),
    job: as({ kind: "job", name: "refund" }),
  } satisfies Record<string, Ctx>;
  const bookingId = await hold(own, venue);
  return { actors, target: { bookingId, venue, ...(await moneyOf(manager, bookingId)) } };
}

/** A part of the advance in cash, some of it promised back, and a link that came to nothing. */
async function moneyOf(ctx: Ctx, bookingId: string): Promise<Pick<Target, "paymentId" | "requestId" | "linkId">> {
  const { result } = await receivePayment(ctx, { bookingId, method: "cash", amountPaise: 100_000 });
  const { paymentId } = result;
  const shared = { tenantId: ctx.tenant.id, bookingId };
  const linkId = newId();
  const [requestId = ""] = await inTenant(ctx.tenant.id, async (tx) => {
    await tx.insert(paymentLinks).values({
      ...{ ...shared, id: linkId, reference: linkId, purpose: "advance", amountPaise: 1_000, currency: "INR" },
      status: "failed",
    });
    return requestRefund(tx, { tenantId: ctx.tenant.id, id: bookingId }, 1_000, "by_staff", paymentId);
  });
  return { paymentId, requestId, linkId };
}

type Who = keyof Awaited<ReturnType<typeof scene>>["actors"];
const HALL: Who[] = ["staff", "manager", "owner"];
const LEADS: Who[] = ["manager", "owner"];

const moved = ({ venue }: Pick<Target, "venue">) => [
  {
    ...{ spaceId: venue.space.b, slotId: venue.slot.morning, name: "wedding" as const },
    date: addDays(todayIn(new Date(), "Asia/Kolkata"), 50),
  },
];
const movedInDiary = ({ bookingId, venue }: Target) => ({
  ...{ bookingId, functionId: newId(), version: 1 },
  to: { spaceId: venue.space.b, slotId: venue.slot.morning, date: addDays(todayIn(new Date(), "Asia/Kolkata"), 50) },
});
const checkout = { orderId: "order_000000", paymentId: "pay_000000", signature: "0".repeat(64) };

const VERBS: [string, Permission, (ctx: Ctx, target: Target) => Promise<unknown>, Who[]][] = [
  // Staff take bookings at the desk by a verb of their own.
  ["hold", "booking.hold", (ctx, { venue }) => holdAt(ctx, venue), ["own", "other"]],
  [
    "see what the desk can sell",
    "booking.take",
    (ctx, { venue }) => readDeskDays(ctx, venue.id, { from: "2030-01-01", to: "2030-01-07" }),
    HALL,
  ],
  ["take at the desk", "booking.take", (ctx, { venue }) => takeAt(ctx, venue), HALL],
  ["submit", "booking.submit", submitBooking, ["own", ...HALL]],
  ["look", "booking.read", (ctx, { bookingId }) => loadBooking(ctx, bookingId), ["own", ...HALL, "platform", "job"]],
  ["preview a cancellation", "booking.cancel", previewCancellation, ["own", ...HALL]],
  ["cancel", "booking.cancel", (ctx, { bookingId }) => cancelBooking(ctx, { bookingId }), ["own", ...HALL]],
  [
    "price a move",
    "booking.reschedule",
    (ctx, to) => priceMove(ctx, { ...to, functions: moved(to) }),
    ["own", ...HALL],
  ],
  [
    "move",
    "booking.reschedule",
    (ctx, to) => rescheduleBooking(ctx, { bookingId: to.bookingId, functions: moved(to) }),
    ["own", ...HALL],
  ],
  ["preview a move in the diary", "booking.reschedule", (ctx, to) => previewMove(ctx, movedInDiary(to)), HALL],
  ["move in the diary", "booking.reschedule", (ctx, to) => moveFunction(ctx, movedInDiary(to)), HALL],
  ["approve", "booking.approve", approveBooking, HALL],
  ["reject", "booking.reject", (ctx, { bookingId }) => rejectBooking(ctx, { bookingId, reason: "full" }), HALL],
  [
    "start a payment",
    "payment.start",
    (ctx, { bookingId }) => startPayment(ctx, { bookingId, purpose: "advance" }),
    ["own", ...HALL],
  ],
  [
    "verify a payment",
    "payment.verify",
    (ctx, { bookingId }) => verifyPayment(ctx, { bookingId, ...checkout }),
    ["own", ...HALL],
  ],
  [
    "receive money",
    "payment.record",
    (ctx, { bookingId }) => receivePayment(ctx, { bookingId, method: "cash", amountPaise: 100_000 }),
    HALL,
  ],
  [
    "reverse a payment",
    "refund.reverse",
    (ctx, { paymentId }) => reversePayment(ctx, { paymentId, reason: "Wrong booking" }),
    LEADS,
  ],
  [
    "refund",
    "refund.create",
    (ctx, { paymentId }) => createRefund(ctx, { paymentId, amountPaise: 100, reason: "Goodwill", method: "cash" }),
    LEADS,
  ],
  ["pay back by hand", "refund.create", (ctx, { requestId }) => payBack(ctx, { requestId, method: "cash" }), LEADS],
  ["retry a refund", "refund.create", (ctx, { requestId }) => retryRefund(ctx, { requestId }), LEADS],
  ["send a payment link", "payment-link.send", (ctx, { bookingId }) => sendPaymentLink(ctx, { bookingId }), HALL],
  ["withdraw a payment link", "payment-link.send", (ctx, { linkId }) => cancelPaymentLinkOf(ctx, { linkId }), HALL],
  [
    "close the day",
    "day-book.close",
    (ctx, { venue }) =>
      closeDay(ctx, {
        venueId: venue.id,
        date: todayIn(new Date(), "Asia/Kolkata"),
        ...{ openingPaise: 0, countedPaise: 0, shownExpectedPaise: 0 },
      }),
    HALL,
  ],
  ["look into the till", "money.read", (ctx, { venue }) => loadOpenBook(ctx, venue.id), HALL],
  ["carry out a refund", "refund.carry-out", (ctx) => refundPayment(ctx, { requestId: newId() }), ["job"]],
];

const holdAt = (ctx: Ctx, venue: TestVenue) =>
  holdBooking(ctx, {
    venueId: venue.id,
    functions: moved({ venue }),
    ...{ guests: 10, addOns: [], eventType: "wedding", eventTitle: "Test", termsAccepted: true, locale: "en" },
  });

const takeAt = (ctx: Ctx, venue: TestVenue) =>
  bookAtDesk(ctx, {
    venueId: venue.id,
    functions: moved({ venue }),
    ...{ guests: 10, addOns: [], eventType: "wedding", eventTitle: "Test", locale: "en", source: "desk" },
    customer: { phone: "9876543210", name: "Sunita" },
    standing: { kind: "option", until: todayIn(new Date(), "Asia/Kolkata") },
  });

/** FORBIDDEN and NOT_FOUND by name; all else, rules of the house included, is what only those hear who may. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "may";
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code === "FORBIDDEN" || error.code === "NOT_FOUND" ? error.code : "may";
  }
}

/** All that the tenant's bookings, money and histories hold. */
function rowsOf({ tenant }: Ctx): Promise<unknown> {
  return inTenant(tenant.id, async (tx) => [
    ...(await tx.execute(sql`select id, status, updated_at, date_changes from bookings order by id`)),
    ...(await tx.execute(sql`select id from booking_events union all select id from payment_orders
      union all select id from payments union all select id from refunds union all select id from day_books order by 1`)),
  ]);
}

describe.each(VERBS)("%s", (_name, permission, verb, may) => {
  test("is refused to all others, and changes nothing", async () => {
    const { actors, target } = await scene();
    const before = await rowsOf(actors.own);
    for (const [who, ctx] of Object.entries(actors)) {
      if (may.some((one) => one === who)) continue;
      const answer = await outcome(verb(ctx, target));
      expect([who, answer]).toEqual([who, expect.stringMatching(/^(FORBIDDEN|NOT_FOUND)$/)]);
      if (!mayDo(ctx.actor, permission)) expect([who, answer]).toEqual([who, "FORBIDDEN"]);
    }
    expect(await rowsOf(actors.own)).toEqual(before);
  });

  test.each(may)("is open to %s", async (who) => {
    const { actors, target } = await scene();
    expect(mayDo(actors[who].actor, permission)).toBe(true);
    expect(await outcome(verb(actors[who], target))).toBe("may");
  });
});
