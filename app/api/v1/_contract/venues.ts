import * as z from "zod";
import { availabilityQuery } from "@/lib/availability/input";
import { contract } from "@/lib/web/api/contract";
import { id, idParams, instant, localDate, localText, paise } from "./parts";
import { wishByFunctions, wishByTimes } from "./wish";

const unit = z.enum(["booking", "guest", "hour"]).describe("What the price is for: each of these.");

export const space = z
  .object({
    id,
    name: localText,
    about: localText,
    partIds: z.array(id).describe("The parts that it is made of; a part is its own."),
    capacity: z.int(),
    sortOrder: z.int(),
    illustration: z.string(),
    fromPricePaise: paise.nullable(),
  })
  .meta({ id: "Space" });

export const session = z
  .object({
    id,
    spaceIds: z.array(id).describe("Where it is offered."),
    name: localText,
    startTime: z.string().describe("Local to the venue, HH:MM."),
    lengthMinutes: z.int(),
    weekdays: z.array(z.int().min(1).max(7)).describe("On which it begins; ISO weekdays, 1 is Monday."),
    sortOrder: z.int(),
  })
  .meta({ id: "Slot" });

const addOn = z
  .object({
    id,
    name: localText,
    about: localText,
    unit,
    unitPricePaise: paise,
    gstRate: z.number(),
    sac: z.string(),
    maxQuantity: z.int().nullable().describe("Null where as many can be had as are wanted."),
  })
  .meta({ id: "AddOn" });

const settings = z.object({
  timeZone: z.string().describe("IANA zone."),
  currency: z.literal("INR"),
  setupMinutes: z.int().describe("Kept free before each function."),
  cleanupMinutes: z.int().describe("Kept free after each function."),
  leadMinutes: z.int().describe("How long before it begins a function can be booked at the latest."),
  horizonMonths: z.int().describe("How far ahead functions can be booked."),
  minMinutes: z.int().describe("Of custom times."),
  maxMinutes: z.int().describe("Of custom times."),
  holdMinutes: z.int().describe("How long a hold stands."),
  answerMinutes: z.int().describe("Within how long the hall answers a request."),
  confirmation: z
    .enum(["advance_paid", "approval", "advance_paid_and_approval"])
    .describe("What makes a booking sure: its advance, the hall's yes, or both."),
  payAtHall: z.boolean().describe("Whether a family may ask to pay there instead of online."),
  customTimes: z
    .enum(["none", "staff", "everyone"])
    .describe("Who may book times that are no session's; a key with `booking.custom-times` may where `staff` may."),
});

export const venue = z
  .object({
    id,
    slug: z.string(),
    name: localText,
    about: localText,
    address: localText,
    latitude: z.number(),
    longitude: z.number(),
    phone: z.string(),
    whatsapp: z.string().nullable(),
    amenities: z.array(localText),
    included: z.array(localText),
    houseRules: z.array(localText),
    illustration: z.string(),
    settings,
    paymentTerms: z.object({
      advance: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("percent"), percent: z.number() }),
        z.object({ kind: z.literal("amount"), paise }),
      ]),
      balanceDueDays: z.int(),
      depositPaise: paise,
    }),
    cancellationTerms: z.object({
      tiers: z.array(z.object({ daysBefore: z.int(), refundPercent: z.number() })),
      freeDateChanges: z.int(),
      dateChangeDaysBefore: z.int(),
    }),
    termsText: localText,
    spaces: z.array(space),
    slots: z.array(session),
    addOns: z.array(addOn),
  })
  .meta({ id: "Venue" });

const availability = z
  .object({
    venueId: id,
    timeZone: z.string(),
    generation: z.int().describe("Rises with each change."),
    days: z.array(
      z.object({
        date: localDate,
        muhurat: z.boolean(),
        slots: z.array(
          z.object({
            slotId: id,
            spaceId: id,
            startsAt: instant,
            endsAt: instant,
            state: z
              .enum(["free", "held", "booked", "closed", "past"])
              .describe("Only `free` can be booked; `past` is also what begins within the lead time."),
            pricePaise: paise,
            heldUntil: instant.optional().describe("Of one that is held: when it is free again unless it was taken."),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Availability" });

export const line = z
  .object({
    kind: z.enum(["space", "adjustment", "add_on", "discount"]),
    functionIndex: z.int().nullable().describe("Which function it is for, from 0; null for the whole booking."),
    label: localText,
    unit,
    quantity: z.number(),
    unitPricePaise: paise,
    amountPaise: paise,
    gstRate: z.number(),
    sac: z.string(),
    taxablePaise: paise,
    gstPaise: paise,
  })
  .meta({ id: "Line" });

const quote = z
  .object({
    functions: z.array(
      z.object({ spaceId: id, slotId: id.nullable(), date: localDate, startTs: instant, endTs: instant }),
    ),
    lines: z.array(line),
    totalPaise: paise,
    taxablePaise: paise,
    gstPaise: paise,
    advancePaise: paise,
    balancePaise: paise,
    depositPaise: paise.describe("Refundable, apart from the total."),
  })
  .meta({ id: "Quote" });

const tag = "Venues";

export const listVenues = contract({
  ...{ id: "listVenues", method: "GET", path: "/venues", tag, access: "public" },
  summary: "The hall's venues, each with its spaces, sessions and extras",
  data: z.array(venue),
});

export const getVenue = contract({
  ...{ id: "getVenue", method: "GET", path: "/venues/{id}", tag, access: "public" },
  summary: "One venue with its spaces, sessions and extras",
  params: idParams,
  data: venue,
});

export const getAvailability = contract({
  ...{ id: "getAvailability", method: "GET", path: "/venues/{id}/availability", tag, access: "public" },
  summary: "What a venue offers, day by day",
  description:
    "The same numbers as the public calendar, at most 400 days a call. Send the ETag back: 304 while nothing changed.",
  params: idParams,
  query: availabilityQuery,
  data: availability,
  isConditional: true,
  errors: ["RANGE_TOO_LONG"],
});

export const listSlots = contract({
  ...{ id: "listSlots", method: "GET", path: "/venues/{id}/slots", tag, access: "public" },
  summary: "A venue's sessions",
  params: idParams,
  data: z.array(session),
});

export const quoteBooking = contract({
  ...{ id: "quoteBooking", method: "POST", path: "/venues/{id}/quote", tag, access: "anyone" },
  summary: "What a booking would cost, line by line; nothing is claimed",
  params: idParams,
  body: z.union([wishByTimes, wishByFunctions]),
  data: quote,
  example: {
    body: {
      functions: [
        {
          spaceId: "0192f0c1-22bb-7d31-9d66-a1f2e3d4c5b6",
          slotId: "0192f0c1-33cc-7e42-8e77-b2a3f4e5d6c7",
          ...{ date: "2027-02-14", name: "wedding" },
        },
      ],
      guestCount: 350,
    },
  },
  errors: [
    ...([
      "SLOT_NOT_OFFERED",
      "CUSTOM_TIMES_NOT_ALLOWED",
      "OVER_CAPACITY",
      "PRICE_MISSING",
      "FUNCTIONS_OVERLAP",
    ] as const),
    ...(["OUTSIDE_LEAD_TIME", "BEYOND_HORIZON", "IN_THE_PAST", "TOO_SHORT", "TOO_LONG", "INVERTED_PERIOD"] as const),
  ],
});
