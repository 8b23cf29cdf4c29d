import { randomUUID } from "node:crypto";
import { API_SCOPES } from "../lib/core/permissions";
import { ApiClient, apiKey } from "./support/api";
import { waitForAnswer } from "./support/database";
import { type Free, findFree } from "./support/dates";
import { expect, freshPhone, test } from "./support/fixtures";

/** Every operation over HTTP, on the production build, each answer held against the published document. */
const functionAt = ({ date, space, slot }: Free) => ({ spaceId: space.id, slotId: slot.id, date, name: "wedding" });
const user = () => ({ name: "Sunita Jadhav", phone: freshPhone() });
const about = { eventType: "wedding", guestCount: 60 };

test("every operation does its work, and answers as the document says", async ({ request }, {
  parallelIndex,
  config,
}) => {
  const api = await ApiClient.open(request, await apiKey(API_SCOPES));
  const free = () => findFree(request, parallelIndex, config.workers);
  const book = async (at: Free) =>
    api.data("createBooking", { body: { ...about, venueId: at.venue.id, user: user(), functions: [functionAt(at)] } });

  // What is offered.
  const at = await free();
  const { venue, date } = at;
  const one = { params: { id: venue.id } };
  await api.data("listVenues");
  await api.data("getVenue", one);
  await api.data("listSlots", one);
  const days = { ...one, query: { from: date, to: date } };
  const { headers } = await api.ask("getAvailability", days);
  const again = await api.ask("getAvailability", { ...days, headers: { "if-none-match": String(headers.etag) } });
  expect(again.status).toBe(304);
  const { totalPaise } = await api.data("quoteBooking", {
    ...one,
    body: { functions: [functionAt(at)], guestCount: 60 },
  });
  expect(totalPaise).toBe(at.pricePaise);

  // Who it is for.
  const person = await api.data("createUser", { body: user() });
  const who = { params: { id: person.id } };
  await api.data("updateUser", { ...who, body: { email: "sunita@example.com" } });
  expect(await api.data("getUser", who)).toMatchObject({ id: person.id, email: "sunita@example.com" });
  expect((await api.data("listUsers", { query: { q: person.phone.slice(-10) } })).length).toBe(1);

  // Held, and once for a key.
  const idempotency = { "idempotency-key": randomUUID() };
  const wish = { ...about, user: user(), functions: [functionAt(at)], shownTotalPaise: totalPaise };
  const held = await api.ask("createBookingAt", { ...one, body: wish, headers: idempotency });
  const replay = await api.ask("createBookingAt", { ...one, body: wish, headers: idempotency });
  expect([held.status, replay.status, replay.headers["idempotent-replayed"]]).toEqual([201, 201, "true"]);
  expect(replay.body).toBe(held.body);
  const booking = Object(held.json).data;
  expect(booking).toMatchObject({ status: "temp_hold", totals: { totalPaise, paidPaise: 0 } });

  // Paid at the gateway, as its checkout would.
  const its = { params: { id: booking.id } };
  const order = await api.data("createOrder", { ...its, body: { purpose: "advance" } });
  const paid = await fetch(`${process.env.E2E_RAZORPAY_URL}/__control/pay`, {
    method: "POST",
    body: JSON.stringify({ order_id: order.orderId }),
  });
  const { payment, razorpay_signature: signature } = await paid.json();
  const online = await api.data("createPayment", {
    ...its,
    body: { orderId: order.orderId, paymentId: payment.id, signature },
  });
  expect(online.booking.status).toBe("confirmed");
  const cash = await api.data("createPayment", { ...its, body: { method: "cash", amountPaise: 100_000 } });
  await api.data("createRefund", {
    params: { id: cash.id },
    body: { amountPaise: 50_000, reason: "Fewer guests", method: "cash" },
  });
  expect(await api.data("listPayments", its)).toHaveLength(3);

  // Moved, asked for, called off.
  const moved = await api.data("rescheduleBooking", { ...its, body: { functions: [functionAt(await free())] } });
  expect(moved.functions[0].date).not.toBe(date);
  const sure = await book(await free());
  await api.data("confirmBooking", { params: { id: sure.id } });
  const asked = await book(await free());
  await waitForAnswer(asked.id);
  await api.data("rejectBooking", { params: { id: asked.id }, body: { reason: "Painting" } });
  const third = await book(await free());
  expect(await api.data("cancelBooking", { params: { id: third.id }, body: {} })).toMatchObject({
    status: "cancelled",
  });
  expect(await api.data("getBooking", its)).toEqual(moved);
  expect((await api.data("listBookingEvents", its)).length).toBeGreaterThan(2);
  const page = await api.ask("listBookings", { query: { limit: "1", sort: "-createdAt" } });
  const cursor = Object(page.json).nextCursor;
  expect(await api.data("listBookings", { query: { limit: "1", sort: "-createdAt", cursor } })).toHaveLength(1);

  // Closed and opened.
  const closed = await free();
  const where = { venueId: closed.venue.id, spaceId: closed.space.id, from: closed.date, to: closed.date };
  const blackout = await api.data("createBlackout", { body: { ...where, reason: "Painting" } });
  await api.data("listBlackouts", { query: { limit: "100" } });
  await api.data("deleteBlackout", { params: { id: blackout.id } });

  // How it is.
  await api.data("getHealth");
  await api.data("getCacheHealth");
  await api.data("clearCache");

  expect(api.names().filter((name) => !api.called.has(name))).toEqual([]);
});

test("refusals are problems, as the document says", async ({ request, free }) => {
  const api = await ApiClient.open(request, await apiKey(["booking.take", "booking.read", "venue.read"]));
  const body = { ...about, venueId: free.venue.id, user: user(), functions: [functionAt(free)] };
  const told = async (name: string, call: Parameters<typeof api.ask>[1] = {}) => {
    const { status, json } = await api.ask(name, call);
    return [status, Object(json).code];
  };
  const nobody = { params: { id: randomUUID() } };
  expect(await told("getVenue", nobody)).toEqual([404, "NOT_FOUND"]);
  expect(await told("getBooking", nobody)).toEqual([404, "NOT_FOUND"]);
  expect(await told("getBooking", { params: { id: "no-id" } })).toEqual([404, "NOT_FOUND"]);
  expect(await told("listBookings", { headers: { authorization: "Bearer mandap_none" } })).toEqual([
    401,
    "UNAUTHENTICATED",
  ]);
  expect(await told("listUsers")).toEqual([403, "FORBIDDEN"]);
  expect(await told("createBooking", { body: { ...body, guestCount: "many" } })).toEqual([400, "INVALID_INPUT"]);
  const headers = { "idempotency-key": randomUUID() };
  expect(await told("createBooking", { body, headers })).toEqual([201, undefined]);
  expect(await told("createBooking", { body: { ...body, guestCount: 61 }, headers })).toEqual([
    422,
    "IDEMPOTENCY_MISMATCH",
  ]);
  const taken = await api.ask("createBooking", { body: { ...body, user: user() } });
  expect(taken.status).toBe(409);
  expect(Object(taken.json)).toMatchObject({ code: "SLOT_TAKEN", requestId: taken.headers["x-request-id"] });
  expect(Object(taken.json).alternatives.length).toBeGreaterThan(0);
});
