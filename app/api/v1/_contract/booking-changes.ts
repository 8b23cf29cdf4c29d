import * as z from "zod";
import { functionNames } from "@/lib/core/event-names";
import { contract } from "@/lib/web/api/contract";
import { booking, wishErrors } from "./bookings";
import { aBooking, aMove } from "./examples";
import { id, idParams, localDate, paise } from "./parts";
import { times } from "./wish";

const tag = "Bookings";
const change = { method: "POST", tag, params: idParams, data: booking } as const;

export const confirmBooking = contract({
  ...{ ...change, id: "confirmBooking", path: "/bookings/{id}/confirm" },
  access: ["booking.approve"],
  summary: "Says yes to a hold or a request",
  description:
    "Where the venue wants its advance as well and it has not come, the booking is `pending` after it, for another answer time. A booking that is confirmed already is answered as it stands.",
  errors: ["WRONG_STATUS", "HOLD_EXPIRED"],
  example: { data: { ...aBooking, status: "confirmed", holdExpiresAt: null } },
});

export const cancelBooking = contract({
  ...{ ...change, id: "cancelBooking", path: "/bookings/{id}/cancel" },
  access: ["booking.cancel"],
  summary: "Cancels a booking, or lets a hold go",
  description:
    "What goes back follows from the terms that were accepted, and is on its way with the answer. A booking that is cancelled already is answered as it stands. Send `{}` where there is nothing to say.",
  body: z.strictObject({
    reason: z.string().trim().max(500, "tooLong").optional(),
    shownRefundPaise: paise
      .min(0)
      .optional()
      .describe("What the user was told would go back: PRICE_CHANGED where it is another sum by now."),
  }),
  errors: ["WRONG_STATUS", "PRICE_CHANGED"],
  example: {
    body: { reason: "The date does not suit the family." },
    data: { ...aBooking, status: "cancelled" },
  },
});

export const rejectBooking = contract({
  ...{ ...change, id: "rejectBooking", path: "/bookings/{id}/reject" },
  access: ["booking.reject"],
  summary: "Says no to a request",
  description:
    "All that was paid goes back. A booking that is rejected already is answered as it stands. A hold is not rejected but cancelled.",
  body: z.strictObject({ reason: z.string().trim().min(1, "required").max(500, "tooLong") }),
  errors: ["WRONG_STATUS"],
  example: {
    body: { reason: "The hall is being painted that week." },
    data: { ...aBooking, status: "rejected" },
  },
});

const name = z.enum(functionNames).optional().describe("As it was without.");
const about = {
  shownTotalPaise: paise
    .min(0)
    .optional()
    .describe("What the user was shown: PRICE_CHANGED where it is another by now."),
  version: z
    .int()
    .min(1)
    .optional()
    .describe("The booking's version that was looked at: CHANGED_MEANWHILE where it is another by now."),
  reason: z.string().trim().max(200, "tooLong").optional(),
};

const moveTo = z.union([
  z.strictObject({
    ...times,
    spaceId: id.optional().describe("The space that it has without."),
    ...about,
  }),
  z.strictObject({
    functions: z
      .array(
        z.union([
          z.strictObject({ spaceId: id, slotId: id, date: localDate, name }),
          z.strictObject({ spaceId: id, ...times, name }),
        ]),
      )
      .min(1)
      .max(10)
      .describe("All of them, also those that stay."),
    ...about,
  }),
]);
export type MoveTo = z.output<typeof moveTo>;

export const rescheduleBooking = contract({
  ...{ ...change, id: "rescheduleBooking", path: "/bookings/{id}/reschedule" },
  access: ["booking.reschedule"],
  summary: "Moves a booking",
  description:
    "At the price of where it goes; what stays, extras and terms are as agreed, and what was paid above the new total goes back. `startTs` and `endTs` are for a booking of one function. Moving it to where it stands already changes nothing and answers it. A family may move it as often as its terms say.",
  body: moveTo,
  errors: [...wishErrors, "WRONG_STATUS", "HOLD_EXPIRED", "DATE_CHANGE_NOT_ALLOWED", "CHANGED_MEANWHILE"],
  example: { body: aMove, data: { ...aBooking, version: 2 } },
});
