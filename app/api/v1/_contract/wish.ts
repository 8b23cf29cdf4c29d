import * as z from "zod";
import { functionNames } from "@/lib/bookings/input";
import { id, instant, localDate } from "./parts";

/** What is wanted of a venue, in the API's words: the same for a price as for a booking. */

export const times = { startTs: instant, endTs: instant };

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
