import * as z from "zod";
import { eventTypes, functionNames } from "@/lib/bookings/input";
import { BOOKING_STATUSES } from "@/lib/core/booking-state";
import { LOCALES } from "@/lib/core/locale";
import { contract } from "@/lib/web/api/contract";
import { id, idParams, instant, localDate, localText, paise } from "./parts";
import { line } from "./venues";

/** Shared by what a booking is asked and what it answers. */
export const status = z.enum(BOOKING_STATUSES);

export const booking = z
  .object({
    id,
    number: z.string(),
    status,
    venueId: id,
    timeZone: z.string(),
    holdExpiresAt: instant.nullable().describe("When a hold, a request or an option lapses by itself."),
    source: z.string(),
    eventType: z.string(),
    eventTitle: z.string(),
    guestCount: z.int(),
    specialRequests: z.string().nullable(),
    user: z.object({ id, name: z.string().nullable(), phone: z.string(), email: z.string().nullable() }),
    startTs: instant,
    endTs: instant,
    functions: z.array(
      z.object({
        name: z.string(),
        spaceId: id,
        spaceName: localText,
        slotId: id.nullable().describe("Null for times of its own."),
        date: localDate,
        startTs: instant,
        endTs: instant,
      }),
    ),
    lines: z.array(line),
    totals: z.object({
      totalPaise: paise,
      taxablePaise: paise,
      gstPaise: paise,
      discountPaise: paise,
      advancePaise: paise,
      depositPaise: paise,
      paidPaise: paise.describe("What came in less what went or is going back."),
      duePaise: paise,
    }),
    version: z.int().describe("Rises with each change."),
    createdAt: instant,
  })
  .meta({ id: "Booking" });
export type BookingResource = z.infer<typeof booking>;

const functionName = z.enum(functionNames).default("other");
const times = { startTs: instant, endTs: instant };
const wantedFunction = z.union([
  z.strictObject({ spaceId: id, slotId: id, date: localDate, name: functionName }),
  z.strictObject({ spaceId: id, ...times, name: functionName }),
]);
export type WantedFunctionTs = z.infer<typeof wantedFunction>;

const wish = {
  user: z.strictObject({
    name: z.string().trim().min(2, "name").max(80, "tooLong"),
    phone: z.string().trim().min(1, "required").max(30, "phone"),
    email: z.email("email").max(254, "tooLong").optional(),
  }),
  eventType: z.enum(eventTypes),
  eventTitle: z.string().trim().min(1).max(120, "tooLong").optional().describe("The name of the user without."),
  guestCount: z.int().min(1).max(100_000),
  specialRequests: z.string().trim().max(2000, "tooLong").optional(),
  addOns: z
    .array(z.strictObject({ addOnId: id, quantity: z.int().min(1).max(10_000) }))
    .max(50)
    .default([]),
  locale: z.enum(LOCALES).optional().describe("The language that the user is written to in; the hall's own without."),
  shownTotalPaise: paise
    .min(0)
    .optional()
    .describe("What the user was shown: PRICE_CHANGED where it is another by now."),
};

const byTimes = z.strictObject({
  ...wish,
  ...times,
  spaceId: id.optional().describe("Without it the smallest space that seats the guests."),
});
const byFunctions = z.strictObject({ ...wish, functions: z.array(wantedFunction).min(1).max(10) });

const wishErrors = [
  ...(["SLOT_TAKEN", "FUNCTIONS_OVERLAP", "SLOT_NOT_OFFERED", "CUSTOM_TIMES_NOT_ALLOWED", "OVER_CAPACITY"] as const),
  ...([
    "PRICE_MISSING",
    "PRICE_CHANGED",
    "HOLD_LIMIT",
    "PHONE_INVALID",
    "OUTSIDE_LEAD_TIME",
    "BEYOND_HORIZON",
  ] as const),
  ...(["IN_THE_PAST", "TOO_SHORT", "TOO_LONG", "INVERTED_PERIOD", "REQUEST_LIMIT"] as const),
] as const;

const tag = "Bookings";

export const createBookingAt = contract({
  ...{ id: "createBookingAt", method: "POST", path: "/venues/{id}/bookings", tag, status: 201, isCreating: true },
  access: ["booking.hold", "booking.take"],
  summary: "Holds a slot at a venue",
  params: idParams,
  body: z.union([byTimes, byFunctions]),
  data: booking,
  errors: wishErrors,
});
export type CreateBookingBody = z.output<typeof createBookingAt.body>;

export const createBooking = contract({
  ...{ id: "createBooking", method: "POST", path: "/bookings", tag, status: 201, isCreating: true },
  access: ["booking.hold", "booking.take"],
  summary: "Holds a slot",
  description:
    "Times that are a session's become that session; others are custom times, where the venue offers them. The hold stands until `holdExpiresAt`; confirm it, or take its advance. Where the slot is taken, 409 SLOT_TAKEN names `alternatives`. To call it is to accept the venue's terms for the user.",
  body: z.union([byTimes.extend({ venueId: id }), byFunctions.extend({ venueId: id })]),
  data: booking,
  errors: wishErrors,
});
