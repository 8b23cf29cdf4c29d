import { expect, test } from "vitest";
import { parseInput } from "@/lib/web/route";
import { createBlackout } from "./blackouts";
import { listBookings } from "./bookings";
import { createPayment, createRefund } from "./money";
import { updateUser } from "./users";
import { quoteBooking } from "./venues";

/** What a program is told of a body that is nearly right, where a body may have several shapes. */

const wish = quoteBooking.example.body;
const [wanted] = wish.functions;
const slotless = { spaceId: wanted?.spaceId, startTs: "2027-01-31T10:00:00+05:30", endTs: "2027-01-31T16:00:00+05:30" };
const cash = { method: "cash", amountPaise: 100_000 };
const closing = { ...createBlackout.example.body };

test.each([
  ["no guests", quoteBooking, { functions: wish.functions }, { guestCount: "Please fill this in." }],
  ["guests as a text", quoteBooking, { ...wish, guestCount: "300" }, { guestCount: /^Give a number without quot/ }],
  ["half a guest", quoteBooking, { ...wish, guestCount: 1.5 }, { guestCount: "Write a whole number." }],
  ["an unknown member", quoteBooking, { ...wish, nights: 2 }, { nights: /^There is no such member/ }],
  [
    "an unknown function",
    quoteBooking,
    { ...wish, functions: [{ ...wanted, name: "party" }] },
    { "functions.0.name": /^Give one of these: wedding, .*, other\.$/ },
  ],
  [
    "a day in the wrong order",
    quoteBooking,
    { ...wish, functions: [{ ...wanted, date: "31-01-2027" }] },
    { "functions.0.date": "Give a date such as 2027-01-31." },
  ],
  [
    "an instant without its offset",
    quoteBooking,
    { guestCount: 300, startTs: "2027-01-31T10:00:00", endTs: "2027-01-31T16:00:00+05:30" },
    { startTs: /2027-01-31T10:00:00\+05:30/ },
  ],
  [
    "half a minute",
    quoteBooking,
    { guestCount: 300, functions: [{ ...slotless, startTs: "2027-01-31T10:00:30+05:30" }] },
    { "functions.0.startTs": /^Give a whole minute, such as 2027-01-31T10:00:00/ },
  ],
  [
    "the end of all clocks",
    quoteBooking,
    { guestCount: 300, functions: [{ ...slotless, endTs: "9999-12-31T23:59:00.5Z" }] },
    { "functions.0.endTs": /^This date is too long ago or too far ahead/ },
  ],
  ["a change of nothing", updateUser, {}, { "": "Send at least one member." }],
  ["half a paisa", createPayment, { ...cash, amountPaise: 12.5 }, { amountPaise: "Write a whole number." }],
  ["an unknown way to pay", createPayment, { ...cash, method: "card" }, { method: /^Give one of these: cash, / }],
  [
    "half of what the gateway said",
    createPayment,
    { orderId: "order_1", paymentId: "pay_12345" },
    { signature: /fill/ },
  ],
  [
    "what the gateway never wrote",
    createPayment,
    { orderId: "41", paymentId: "pay-1", signature: "c2lnbmF0dXJl" },
    { orderId: /such as order_/, paymentId: /such as pay_/, signature: /64 characters/ },
  ],
  [
    "an empty signature",
    createPayment,
    { orderId: "order_1", paymentId: "pay_12345", signature: "" },
    { signature: "Please fill this in." },
  ],
  ["no reason to close", createBlackout, { ...closing, reason: undefined }, { reason: "Please fill this in." }],
  ["no day", createBlackout, { ...closing, from: "x" }, { from: "Give a date such as 2027-01-31." }],
  ["a day of long ago", createBlackout, { ...closing, from: "1985-01-01" }, { from: /^This date is too long ago/ }],
  [
    "a reason of two letters",
    createRefund,
    { amountPaise: 100, reason: "no" },
    { reason: "This is too short: at least 3 characters." },
  ],
])("%s", async (_, { body }, sent, complaints) => {
  const errors = Object.entries(complaints).map(([path, message]) => ({
    path,
    message: expect.stringMatching(message),
  }));
  await expect(parseInput<unknown>(body, sent, "en")).rejects.toMatchObject({
    code: "INVALID_INPUT",
    details: { errors },
  });
});

test.each([
  [{ from: "x" }, "from", /^Give a date/],
  [{ to: "1985-01-01" }, "to", /^This date is too long ago/],
  [{ cursor: "x" }, "cursor", /nextCursor/],
  [{ limit: "101" }, "limit", /at most 100/],
  [{ limit: "ten" }, "limit", /^Write a number/],
  [{ status: "held" }, "status", /^Give one of these: temp_hold, /],
])("of a query: %o", async (query, path, message) => {
  const errors = [{ path, message: expect.stringMatching(message) }];
  await expect(parseInput<unknown>(listBookings.query, query, "en")).rejects.toMatchObject({ details: { errors } });
});
