import * as z from "zod";
import { BOOKING_STATUSES } from "@/lib/core/booking-state";
import { eventTypes } from "@/lib/core/event-names";
import { LOCALES } from "@/lib/core/locale";
import { contract } from "@/lib/web/api/contract";
import { aBooking, aBookingInList, anEvent, aWish } from "./examples";
import { day, duePaise, id, idParams, instant, localDate, localText, pageQuery, paise, searched } from "./parts";
import { line } from "./venues";
import { wishByFunctions, wishByTimes } from "./wish";

/** Shared by what a booking is asked and what it answers. */
export const status = z.enum(BOOKING_STATUSES);
const source = z.string().describe("How it came: `online`, `desk`, `phone`, `api` or `import`.");

export const booking = z
  .object({
    id,
    number: z.string(),
    status,
    venueId: id,
    timeZone: z.string(),
    holdExpiresAt: instant.nullable().describe("When a hold, a request or an option lapses by itself."),
    source,
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
      duePaise,
    }),
    version: z.int().describe("Rises with each change."),
    createdAt: instant,
  })
  .meta({ id: "Booking" });
export type BookingResource = z.infer<typeof booking>;

/** A booking in a list. */
const bookingInList = booking
  .pick({ id: true, number: true, status: true, venueId: true, timeZone: true, holdExpiresAt: true, source: true })
  .extend(booking.pick({ eventType: true, eventTitle: true, guestCount: true, startTs: true, endTs: true }).shape)
  .extend({
    user: z.object({ id, name: z.string().nullable(), phone: z.string() }),
    spaces: z.array(z.object({ id, name: localText })),
    totals: z.object({ totalPaise: paise, paidPaise: paise, duePaise }),
    ...booking.pick({ version: true, createdAt: true }).shape,
  })
  .meta({ id: "BookingInList" });
export type BookingInListResource = z.infer<typeof bookingInList>;

const whose = {
  user: z.strictObject({
    name: z.string().trim().min(2, "name").max(80, "tooLong"),
    phone: z.string().trim().min(1, "required").max(30, "phone"),
    email: z.email("email").max(254, "tooLong").optional(),
  }),
  eventType: z.enum(eventTypes),
  eventTitle: z.string().trim().min(1).max(120, "tooLong").optional().describe("The name of the user without."),
  specialRequests: z.string().trim().max(2000, "tooLong").optional(),
  locale: z.enum(LOCALES).optional().describe("The language that the user is written to in; the hall's own without."),
  shownTotalPaise: paise
    .min(0)
    .optional()
    .describe("What the user was shown: PRICE_CHANGED where it is another by now."),
};

const byTimes = wishByTimes.extend(whose);
const byFunctions = wishByFunctions.extend(whose);

export const wishErrors = [
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
  description: "As `createBooking`, with the venue in the path.",
  body: z.union([byTimes, byFunctions]),
  data: booking,
  errors: wishErrors,
  example: { body: aWish, data: aBooking },
});
export type CreateBookingBody = z.output<typeof createBookingAt.body>;

export const createBooking = contract({
  ...{ id: "createBooking", method: "POST", path: "/bookings", tag, status: 201, isCreating: true },
  access: ["booking.hold", "booking.take"],
  summary: "Holds a slot",
  description:
    "Times that are a session's become that session; others are custom times, where the venue offers them. The hold stands until `holdExpiresAt`; confirm it, or take its advance. Where the slot is taken, 409 SLOT_TAKEN names `alternatives`. To call it is to accept the venue's terms for the user. Of a family's own login one hold at a time stands; how many a key's users may have is for its program to limit. A family's own session holds for that family, whoever `user` is, and edits the hold that it has there already.",
  body: z.union([byTimes.extend({ venueId: id }), byFunctions.extend({ venueId: id })]),
  data: booking,
  errors: wishErrors,
  example: { body: { venueId: aBooking.venueId, ...aWish }, data: aBooking },
});

export const listBookings = contract({
  ...{ id: "listBookings", method: "GET", path: "/bookings", tag, isPaged: true },
  access: ["booking.read"],
  summary: "Lists bookings",
  description:
    "All of the hall's for a key or its people, one's own for a family. A hold or request past its time reads `expired`. Lines and functions come with `getBooking`.",
  query: pageQuery.extend({
    status: status.optional(),
    venueId: id.optional(),
    userId: id.optional().describe("Whom it is for."),
    from: day.optional().describe("Those that begin on this day or later, local to their venue."),
    to: day.optional().describe("Those that begin on this day or before, local to their venue."),
    q: searched.optional().describe("In the number, the event, and the name or phone of the user."),
    sort: z
      .enum(["startTs", "-startTs", "createdAt", "-createdAt"])
      .default("-startTs")
      .describe("`-` begins with the latest."),
  }),
  data: z.array(bookingInList),
  example: { data: [aBookingInList] },
});

export const getBooking = contract({
  ...{ id: "getBooking", method: "GET", path: "/bookings/{id}", tag },
  access: ["booking.read"],
  summary: "One booking",
  description: "A hold or request past its time reads `expired`.",
  params: idParams,
  data: booking,
  example: { data: aBooking },
});

const bookingEvent = z
  .object({
    id,
    type: z
      .string()
      .describe("`create`, `edit`, `submit`, `pay`, `approve`, `reschedule`, `cancel`, `refund` and more."),
    at: instant,
    fromStatus: status.nullable(),
    toStatus: status,
    actor: z.object({ kind: z.enum(["customer", "staff", "apiKey", "platform", "job"]) }),
  })
  .meta({ id: "BookingEvent" });

export const listBookingEvents = contract({
  ...{ id: "listBookingEvents", method: "GET", path: "/bookings/{id}/events", tag, isPaged: true },
  access: ["booking.read"],
  summary: "What happened to a booking",
  description: "The first event first. Events are never changed or removed.",
  params: idParams,
  query: pageQuery,
  data: z.array(bookingEvent),
  example: { data: [anEvent] },
});
