import * as z from "zod";
import { functionNames } from "@/lib/core/event-names";
import { id, instant, localDate } from "./parts";

/** What is wanted of a venue, in the API's words: the same for a price as for a booking. */

const isWholeMinute = (text: string) => Date.parse(text) % 60_000 === 0;
/** In a year of four digits in whichever zone. */
const isOnCalendar = (text: string) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 1000 && year <= 9998;
};
const time = instant
  .refine(isOnCalendar, { error: "dateRange", abort: true })
  .refine(isWholeMinute, "wholeMinute")
  .describe("RFC 3339, on a whole minute.");

export const times = { startTs: time, endTs: time };

const name = z.enum(functionNames).default("other");
const wantedFunction = z.union([
  z.strictObject({ spaceId: id, slotId: id, date: localDate, name }),
  z.strictObject({ spaceId: id, ...times, name }),
]);

const shared = {
  guestCount: z.int().min(1).max(100_000),
  addOns: z
    .array(z.strictObject({ addOnId: id, quantity: z.int().min(1).max(10_000) }))
    .max(50)
    .default([]),
};

export const wishByTimes = z.strictObject({
  ...shared,
  ...times,
  spaceId: id.optional().describe("Without it the smallest space that seats the guests."),
});
export const wishByFunctions = z.strictObject({ ...shared, functions: z.array(wantedFunction).min(1).max(10) });

export type Wish = z.output<typeof wishByTimes> | z.output<typeof wishByFunctions>;
